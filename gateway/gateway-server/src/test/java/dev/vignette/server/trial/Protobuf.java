package dev.vignette.server.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A message in Protocol Buffers' wire format, read without its description: numbers and bytes by
 * the numbers of their fields.
 */
record Protobuf(Map<Integer, List<Object>> fields) {
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int BYTES = 2;
    private static final int FOUR_BYTES = 5;

    static Protobuf read(byte[] message) {
        ByteBuffer rest = ByteBuffer.wrap(message);
        Map<Integer, List<Object>> fields = new TreeMap<>();
        while (rest.hasRemaining()) {
            long tag = varint(rest);
            Object value =
                    switch ((int) (tag & 7)) {
                        case VARINT -> varint(rest);
                        case EIGHT_BYTES -> rest.getLong();
                        case BYTES -> bytes(rest);
                        case FOUR_BYTES -> (long) rest.getInt();
                        default -> throw new AssertionError("wire type " + (tag & 7));
                    };
            fields.computeIfAbsent((int) (tag >>> 3), _ -> new ArrayList<>()).add(value);
        }
        return new Protobuf(fields);
    }

    /** The messages in a field. */
    Stream<Protobuf> messages(int field) {
        return values(field).map(bytes -> read((byte[]) bytes));
    }

    /** The text in a field, or nothing. */
    String text(int field) {
        return values(field).map(bytes -> new String((byte[]) bytes, UTF_8)).findFirst().orElse("");
    }

    /** The bytes in a field in hexadecimal, or nothing. */
    String hex(int field) {
        return values(field)
                .map(bytes -> HexFormat.of().formatHex((byte[]) bytes))
                .findFirst()
                .orElse("");
    }

    /** The number in a field, or 0. */
    long number(int field) {
        return values(field).map(Long.class::cast).findFirst().orElse(0L);
    }

    private Stream<Object> values(int field) {
        return fields.getOrDefault(field, List.of()).stream();
    }

    private static byte[] bytes(ByteBuffer rest) {
        byte[] bytes = new byte[(int) varint(rest)];
        rest.get(bytes);
        return bytes;
    }

    private static long varint(ByteBuffer rest) {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = rest.get();
            number |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }
}
