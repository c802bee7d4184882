package dev.vignette.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Unchanging bytes, equal by content: a body, a file. Prints only its length. */
public final class Bytes {
    /** No bytes. */
    public static final Bytes NONE = new Bytes(new byte[0]);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** These bytes; the array is not copied and must not be changed afterwards. */
    public static Bytes of(byte[] content) {
        return new Bytes(content);
    }

    /** The text in UTF-8. */
    public static Bytes of(String text) {
        return new Bytes(text.getBytes(UTF_8));
    }

    /** The array itself, to be read only. */
    public byte[] array() {
        return content;
    }

    /** How many there are. */
    public int length() {
        return content.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return content.length + " bytes";
    }
}
