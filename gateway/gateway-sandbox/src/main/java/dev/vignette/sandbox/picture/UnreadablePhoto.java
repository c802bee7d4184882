package dev.vignette.sandbox.picture;

/** The reference photo is not a picture that can be decoded. */
public final class UnreadablePhoto extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadablePhoto(String message) {
        super(message);
    }
}
