/**
 * The rows: generations, productions, attempts, pictures, charges, erasures and wake-up times, in
 * an embedded SQLite database ({@link dev.vignette.storage.rows.SqliteRows}) or in PostgreSQL
 * ({@link dev.vignette.storage.rows.PostgresRows}).
 *
 * <p>One file per table says how its rows are written and read; the stores put them together. Their
 * SQL is the same for both databases. What differs is how changes are made: on SQLite one thread
 * makes all of them and commits what many callers want together; on PostgreSQL there are several
 * transactions at once, of several gateways, and whoever is about to change something locks it
 * first by its name.
 */
@NullMarked
package dev.vignette.storage.rows;

import org.jspecify.annotations.NullMarked;
