/**
 * The rows: generations, productions, attempts, pictures, charges, erasures and wake-up times in an
 * embedded SQLite database. {@link dev.vignette.storage.rows.SqliteRows} opens it.
 *
 * <p>Writes go through one connection and one thread, which commits what many callers want in one
 * transaction; reads have connections of their own. One file per table says how its rows are
 * written and read; the stores put them together.
 */
@NullMarked
package dev.vignette.storage.rows;

import org.jspecify.annotations.NullMarked;
