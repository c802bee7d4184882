package dev.vignette.simulation.vendor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;

/** The pictures that jobs bring: small PNG files, each different from every other. */
public final class Pictures {
    private static final byte[] SIGNATURE = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n',
    };
    private static final int HEADER = 13;
    private static final int SIDE = 1024;

    private Pictures() {}

    /** The picture in that place of that job. */
    public static byte[] of(String job, int place) {
        byte[] body = (job + "/" + place).getBytes(US_ASCII);
        return ByteBuffer.allocate(SIGNATURE.length + 8 + HEADER + 4 + body.length)
                .put(SIGNATURE)
                .putInt(HEADER)
                .put("IHDR".getBytes(US_ASCII))
                .putInt(SIDE)
                .putInt(SIDE)
                .put(new byte[] {8, 2, 0, 0, 0})
                .putInt(0)
                .put(body)
                .array();
    }
}
