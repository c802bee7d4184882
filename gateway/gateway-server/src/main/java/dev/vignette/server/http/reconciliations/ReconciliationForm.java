package dev.vignette.server.http.reconciliations;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What to compare, as the API's description shows it. Forms are read by hand, strictly.
 *
 * @param provider see the schema
 * @param file see the schema
 * @param month see the schema
 * @param from see the schema
 * @param to see the schema
 * @param dryRun see the schema
 * @param close see the schema
 * @param credits see the schema
 * @param idColumn see the schema
 * @param amountColumn see the schema
 * @param currencyColumn see the schema
 * @param timeColumn see the schema
 * @param secondsColumn see the schema
 * @param defaultCurrency see the schema
 */
@Schema(
        name = "ReconciliationForm",
        description = "An invoice and what to do with it.",
        requiredProperties = {"provider", "file"})
record ReconciliationForm(
        @Schema(description = "a configured provider", example = "replicate") String provider,
        @Schema(
                        type = "string",
                        format = "binary",
                        description =
                                "CSV (RFC 4180) in UTF-8 with a header, parted by commas, semicolons"
                                        + " or tabs; 256,000,000 bytes and 2,000,000 lines at most")
                String file,
        @Schema(requiredMode = NOT_REQUIRED, example = "2026-11", description = "in UTC")
                String month,
        @Schema(
                        requiredMode = NOT_REQUIRED,
                        description = "with to, where the invoice is for no whole month")
                String from,
        @Schema(requiredMode = NOT_REQUIRED, description = "exclusive") String to,
        @Schema(
                        requiredMode = NOT_REQUIRED,
                        name = "dry_run",
                        defaultValue = "true",
                        description = "compare and write nothing")
                boolean dryRun,
        @Schema(
                        requiredMode = NOT_REQUIRED,
                        defaultValue = "false",
                        description = "close the month; from then on it takes no line any more")
                boolean close,
        @Schema(
                        requiredMode = NOT_REQUIRED,
                        defaultValue = "false",
                        description = "amounts may be below zero")
                boolean credits,
        @Schema(requiredMode = NOT_REQUIRED, name = "id_column", description = "id, if it is there")
                String idColumn,
        @Schema(requiredMode = NOT_REQUIRED, name = "amount_column", defaultValue = "amount")
                String amountColumn,
        @Schema(
                        requiredMode = NOT_REQUIRED,
                        name = "currency_column",
                        description = "currency, if it is there")
                String currencyColumn,
        @Schema(
                        requiredMode = NOT_REQUIRED,
                        name = "time_column",
                        description = "time, if it is there; without a zone it is UTC")
                String timeColumn,
        @Schema(
                        requiredMode = NOT_REQUIRED,
                        name = "seconds_column",
                        description = "seconds, if it is there")
                String secondsColumn,
        @Schema(
                        requiredMode = NOT_REQUIRED,
                        name = "default_currency",
                        example = "USD",
                        description = "what amounts are in where no column says")
                String defaultCurrency) {}
