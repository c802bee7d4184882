/**
 * The contracts of the stores, the ledger and the agenda. An implementation's test implements
 * {@link dev.vignette.tck.store.StoresUnderTest} and one or more of the contracts; {@link
 * dev.vignette.tck.store.Purchase} and {@link dev.vignette.tck.store.Progress} make valid things to
 * keep.
 */
@NullMarked
package dev.vignette.tck.store;

import org.jspecify.annotations.NullMarked;
