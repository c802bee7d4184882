package dev.vignette.server.http.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vignette.engine.intake.DataUri;

/** The member {@code image} as it came. */
sealed interface RawImage {

    /** A file part. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy would cost 15 MB
    record File(byte[] bytes) implements RawImage {}

    /**
     * A text, as a stretch of UTF-8: of the body itself where it can be, because it may be
     * megabytes.
     *
     * @param bytes holds it
     * @param from its first byte
     * @param to behind its last byte
     * @param escaped whether backslashes in it may be JSON's escapes
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy would cost 20 MB
    record Text(byte[] bytes, int from, int to, boolean escaped) implements RawImage {

        static Text of(String text) {
            byte[] bytes = text.getBytes(UTF_8);
            return new Text(bytes, 0, bytes.length, false);
        }

        /** Whether it is meant to be a data URI, as far as can be seen without unescaping it. */
        boolean isDataUri() {
            return DataUri.isMeant(bytes, from, to);
        }

        String asString() {
            return new String(bytes, from, to - from, UTF_8);
        }
    }

    /** Something that is neither. */
    record Other() implements RawImage {}
}
