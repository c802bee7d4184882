package dev.vignette.objects;

/** A key holds other content than is to be stored there, or the bytes are not what was promised. */
public final class ObjectConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says which key. */
    public ObjectConflict(String message) {
        super(message);
    }
}
