/**
 * The adapter for Replicate: orders of the model portrait-series as predictions. {@link
 * dev.vignette.replicate.ReplicateProvider} is one account; the wire is the only class that sends
 * anything; the rest translates between Replicate's words and ours. Facts come from Replicate's
 * public documentation and API description unless a comment says otherwise.
 */
@NullMarked
package dev.vignette.replicate;

import org.jspecify.annotations.NullMarked;
