package dev.vignette.server.http.reconciliations;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Whose list to compare with, as the API's description shows it. Bodies are read by hand, strictly.
 *
 * @param provider see the schema
 * @param month see the schema
 * @param from see the schema
 * @param to see the schema
 */
@Schema(
        name = "ReconciliationRequest",
        description =
                "For a provider that lists its jobs: what it used is compared, and nothing written.",
        requiredProperties = "provider")
record ListedPeriod(
        @Schema(example = "replicate") String provider,
        @Schema(requiredMode = NOT_REQUIRED, example = "2026-11", description = "in UTC")
                String month,
        @Schema(requiredMode = NOT_REQUIRED, description = "with to, instead of a month")
                String from,
        @Schema(requiredMode = NOT_REQUIRED, description = "exclusive") String to) {}
