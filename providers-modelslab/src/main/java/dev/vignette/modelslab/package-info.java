/**
 * ModelsLab's {@code flux_headshot}: one described picture of a person for each order. Only {@link
 * dev.vignette.modelslab.ModelsLabFactory} and {@link dev.vignette.modelslab.ModelsLabWire} know
 * Micronaut; the rest translates between orders and the vendor's JSON.
 *
 * <p>Facts about the vendor come from ModelsLab's documentation (enterprise API "flux_headshot",
 * image editing API v6, "Error codes", "Rate limits") and, where that is silent, from what public
 * clients handle; each place says which.
 */
@NullMarked
package dev.vignette.modelslab;

import org.jspecify.annotations.NullMarked;
