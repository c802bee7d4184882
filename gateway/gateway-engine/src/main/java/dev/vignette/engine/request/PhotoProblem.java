package dev.vignette.engine.request;

/**
 * Why a photo cannot be used.
 *
 * @param kind what is wrong with it
 * @param detail one safe sentence for the caller
 */
public record PhotoProblem(Kind kind, String detail) {

    /** What may be wrong with a photo. */
    public enum Kind {
        /** Its bytes announce no type that is taken, for example a text or a GIF. */
        UNSUPPORTED_TYPE,
        /** A known type, but broken. */
        INVALID,
        /** More than 8192 pixels a side or 40 megapixels. */
        TOO_MANY_PIXELS,
        /** More than 15,000,000 bytes. */
        TOO_LARGE,
        /** Its address may not be fetched; one answer for every cause. */
        ADDRESS_FORBIDDEN,
        /** Its address could not be fetched. */
        FETCH_FAILED
    }
}
