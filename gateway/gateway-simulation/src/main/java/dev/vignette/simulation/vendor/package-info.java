/**
 * The providers, simulated behind the ports that real adapters implement. Each keeps an invoice of
 * its own: what really happened, whatever the gateways believe.
 */
@NullMarked
package dev.vignette.simulation.vendor;

import org.jspecify.annotations.NullMarked;
