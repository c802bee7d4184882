package dev.vignette.modelslab.sandbox;

/** The two places where the model is served; they differ in sizes and in how they complain. */
enum HeadshotApi {
    /** Complains with HTTP statuses (documentation, "Error codes"). */
    ENTERPRISE(2048),
    /** Complains under 200 (documentation, image editing API v6). */
    V6(1024);

    private final int largestSide;

    HeadshotApi(int largestSide) {
        this.largestSide = largestSide;
    }

    int largestSide() {
        return largestSide;
    }
}
