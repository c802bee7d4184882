package dev.vignette.storage.rows;

final class PostgresAppendOnlyTest extends PostgresStores implements AppendOnlyContract {}
