/**
 * What every adapter must do, as tests. An adapter's test class implements {@link
 * dev.vignette.tck.provider.ProviderContract} and {@link
 * dev.vignette.tck.provider.SingleSendContract} and supplies {@link
 * dev.vignette.tck.provider.VendorUnderTest}: how to open the adapter against a local address, and
 * one folder of recordings for each {@link dev.vignette.tck.provider.Scenario}.
 */
@NullMarked
package dev.vignette.tck.provider;

import org.jspecify.annotations.NullMarked;
