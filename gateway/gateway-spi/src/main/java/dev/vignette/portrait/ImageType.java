package dev.vignette.portrait;

import java.util.Arrays;
import java.util.Optional;

/** A picture format this gateway knows by its first bytes. */
public enum ImageType {
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg"),
    WEBP("image/webp", "webp"),
    /** Known so that it can be named when it is refused as an input; some providers deliver it. */
    GIF("image/gif", "gif");

    /** How many leading bytes {@link #sniff} needs to be sure. */
    public static final int SIGNATURE_BYTES = 12;

    private final String mediaType;
    private final String extension;

    ImageType(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** The media type, for example {@code image/png}. */
    public String mediaType() {
        return mediaType;
    }

    /** The usual file extension without a dot. */
    public String extension() {
        return extension;
    }

    /** The type of that media type, or empty when it is none of ours. */
    public static Optional<ImageType> ofMediaType(String mediaType) {
        return Arrays.stream(values()).filter(t -> t.mediaType.equals(mediaType)).findFirst();
    }

    /**
     * The type that these first bytes of a file announce, or empty when they announce none of ours.
     */
    public static Optional<ImageType> sniff(byte[] head) {
        if (starts(head, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return Optional.of(PNG);
        }
        if (starts(head, 0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        }
        if (starts(head, 0, 'R', 'I', 'F', 'F') && starts(head, 8, 'W', 'E', 'B', 'P')) {
            return Optional.of(WEBP);
        }
        if (starts(head, 0, 'G', 'I', 'F', '8')) {
            return Optional.of(GIF);
        }
        return Optional.empty();
    }

    private static boolean starts(byte[] head, int offset, int... signature) {
        if (head.length < offset + signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((head[offset + i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
