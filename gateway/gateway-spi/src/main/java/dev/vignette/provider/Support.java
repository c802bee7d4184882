package dev.vignette.provider;

/** What a provider does with one member of a request. */
public sealed interface Support {

    /**
     * Sent as asked, within a range. A value outside it does not fit.
     *
     * @param range the values it takes
     */
    record Honoured(Range range) implements Support {}

    /**
     * Followed by other means, which the caller is told.
     *
     * @param range the values it can follow
     * @param reason one sentence for the caller, for example "written into the prompt"
     */
    record Adapted(Range range, String reason) implements Support {}

    /**
     * Cannot be followed.
     *
     * @param reason one sentence for the caller, for example "portrait-series takes no prompt"
     */
    record Unable(String reason) implements Support {}
}
