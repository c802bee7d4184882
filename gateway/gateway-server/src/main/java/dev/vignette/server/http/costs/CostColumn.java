package dev.vignette.server.http.costs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of a cost report that can be chosen, in the order they come in by themselves. */
enum CostColumn {
    GENERATIONS(Presence.USUAL),
    ATTEMPTS(Presence.USUAL),
    IMAGES(Presence.USUAL),
    AMOUNT(Presence.USUAL),
    AVOIDED(Presence.USUAL),
    UNPRICED(Presence.USUAL),
    IMAGES_ORDERED(Presence.USUAL),
    FAILED(Presence.USUAL),
    FAILED_AMOUNT(Presence.USUAL),
    COST_PER_IMAGE(Presence.USUAL),
    CORRECTED(Presence.USUAL),
    GPU_SECONDS(Presence.USUAL),
    MEDIAN_SECONDS(Presence.PACE),
    P95_SECONDS(Presence.PACE),
    REPORTING_CURRENCY(Presence.REPORTING),
    REPORTING_AMOUNT(Presence.REPORTING),
    UNCONVERTED(Presence.REPORTING);

    /** When a column is there. */
    private enum Presence {
        /** Unless others are chosen. */
        USUAL,
        /** When it is chosen: it takes a sorting of all lines. */
        PACE,
        /** When there is a currency to report in. */
        REPORTING
    }

    private final Presence presence;

    CostColumn(Presence presence) {
        this.presence = presence;
    }

    /** Its name on the wire, for example {@code cost_per_image}. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it holds in that row. */
    @Nullable Object of(CostRowView row) {
        return switch (this) {
            case GENERATIONS -> row.generations();
            case ATTEMPTS -> row.attempts();
            case IMAGES -> row.images();
            case AMOUNT -> row.amount();
            case AVOIDED -> row.avoided();
            case UNPRICED -> row.unpriced();
            case IMAGES_ORDERED -> row.imagesOrdered();
            case FAILED -> row.failed();
            case FAILED_AMOUNT -> row.failedAmount();
            case COST_PER_IMAGE -> row.costPerImage();
            case CORRECTED -> row.corrected();
            case GPU_SECONDS -> row.gpuSeconds();
            case MEDIAN_SECONDS -> row.medianSeconds();
            case P95_SECONDS -> row.p95Seconds();
            case REPORTING_CURRENCY -> row.reportingCurrency();
            case REPORTING_AMOUNT -> row.reportingAmount();
            case UNCONVERTED -> row.unconverted();
        };
    }

    boolean ofPace() {
        return presence == Presence.PACE;
    }

    boolean ofReporting() {
        return presence == Presence.REPORTING;
    }

    /** The columns of a report that chooses none. */
    static List<CostColumn> usual(boolean reporting) {
        return Arrays.stream(values())
                .filter(column ->
                        switch (column.presence) {
                            case USUAL -> true;
                            case PACE -> false;
                            case REPORTING -> reporting;
                        })
                .toList();
    }

    /** The column of that name, or empty. */
    static Optional<CostColumn> named(String name) {
        return Arrays.stream(values()).filter(column -> column.wireName().equals(name)).findFirst();
    }

    /** All their names, for people. */
    static String names() {
        return Arrays.stream(values()).map(CostColumn::wireName).collect(Collectors.joining(", "));
    }
}
