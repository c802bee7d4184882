package dev.vignette.storage.rows;

final class SqliteAppendOnlyTest extends SqliteStores implements AppendOnlyContract {}
