/**
 * The built program is killed, frozen and cut off, and afterwards the vendors' invoices, the ledger
 * and the stored bytes have to agree. The vendors' doubles live in the tests' own process, so they
 * survive it all.
 *
 * <p>{@code ./mvnw verify} plays what takes seconds. What takes minutes, hundreds of kills at
 * random moments for example, is tagged {@code proof} and played by
 *
 * <pre>{@code
 * ./mvnw verify -Pproof -pl gateway/gateway-server -am [-Dproof.kills=200] [-Dproof.seed=1]
 * }</pre>
 */
package dev.vignette.server.proof;
