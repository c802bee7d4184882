package dev.vignette.modelslab.sandbox;

/** The two places where the model is served; they differ in sizes and in how they complain. */
enum HeadshotApi {
    /** Complains with HTTP statuses (documentation, "Error codes"). */
    ENTERPRISE("/api/v1/enterprise/flux_headshot", "/make_gen", 2048),
    /** Complains under 200 (documentation, image editing API v6). */
    V6("/api/v6/image_editing", "/flux_headshot", 1024);

    private final String base;
    private final String order;
    private final int largestSide;

    HeadshotApi(String base, String order, int largestSide) {
        this.base = base;
        this.order = order;
        this.largestSide = largestSide;
    }

    String orderPath() {
        return base + order;
    }

    String fetchPath(String id) {
        return base + "/fetch/" + id;
    }

    String detailsPath() {
        return base + "/system_details";
    }

    /** The largest width and height in pixels. */
    int largestSide() {
        return largestSide;
    }
}
