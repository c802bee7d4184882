/**
 * Gateways: the shipped engine on a machine that can be killed, with a database that can fail and
 * an agenda that several of them share.
 */
@NullMarked
package dev.vignette.simulation.gateway;

import org.jspecify.annotations.NullMarked;
