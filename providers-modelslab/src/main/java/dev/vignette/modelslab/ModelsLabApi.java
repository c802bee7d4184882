package dev.vignette.modelslab;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two places where ModelsLab serves the model. */
enum ModelsLabApi {
    /** On a server of one's own. Documentation: enterprise API, "flux_headshot". */
    ENTERPRISE(
            "/v1/enterprise/flux_headshot/make_gen",
            "/v1/enterprise/flux_headshot/fetch/",
            "/v1/enterprise/flux_headshot/system_details",
            2048),
    /** On shared servers. Documentation: image editing API v6, "flux_headshot". */
    V6("/v6/image_editing/flux_headshot", "/v6/image_editing/fetch/", null, 1024);

    private final String orderPath;
    private final String fetchPath;
    private final @Nullable String detailsPath;
    private final int largestSide;

    ModelsLabApi(
            String orderPath, String fetchPath, @Nullable String detailsPath, int largestSide) {
        this.orderPath = orderPath;
        this.fetchPath = fetchPath;
        this.detailsPath = detailsPath;
        this.largestSide = largestSide;
    }

    /** Where orders are placed, below the base URL. */
    String orderPath() {
        return orderPath;
    }

    /** Where that job is looked at, below the base URL. */
    String fetchPath(String id) {
        return fetchPath + id;
    }

    /** Where the server tells how it is, below the base URL, or empty when it does not. */
    Optional<String> detailsPath() {
        return Optional.ofNullable(detailsPath);
    }

    /** The largest width and height in pixels. */
    int largestSide() {
        return largestSide;
    }

    /** The name in configuration, for example {@code v6}. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ModelsLabApi> of(String wireName) {
        return Arrays.stream(values()).filter(api -> api.wireName().equals(wireName)).findFirst();
    }
}
