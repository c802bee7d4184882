package dev.vignette.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Keeps orders in the double's hands, at a point that was chosen, until it is told to go on. */
final class Holds {
    private final Map<Point, Integer> armed = new EnumMap<>(Point.class);
    private final Map<Point, Integer> held = new EnumMap<>(Point.class);
    private long releases;

    /** How far an order has come. */
    enum Point {
        /** Half its body has been read. */
        HALF_READ,
        /** It has been read and not been taken. */
        READ,
        /** It has been taken and not been answered. */
        TAKEN;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Point> of(String wireName) {
            return Arrays.stream(values())
                    .filter(point -> point.wireName().equals(wireName))
                    .findFirst();
        }
    }

    synchronized boolean isArmed(Point point) {
        return armed.containsKey(point);
    }

    /** Goes on at once unless that point is armed; else once it is released. */
    synchronized void pass(Point point) throws InterruptedException {
        Integer left = armed.get(point);
        if (left == null) {
            return;
        }
        if (left == 1) {
            armed.remove(point);
        } else {
            armed.put(point, left - 1);
        }
        long seen = releases;
        held.merge(point, 1, Integer::sum);
        try {
            while (releases == seen) {
                wait();
            }
        } finally {
            held.merge(point, -1, Integer::sum);
        }
    }

    /** {@code {"at": "taken", "times": 1}}. */
    Reply arm(Request request) {
        JsonNode wish = request.json();
        Optional<Point> point = Point.of(wish.path("at").asText());
        int times = wish.path("times").asInt(1);
        if (point.isEmpty() || times < 1) {
            return ControlCalls.refused("at is half_read, read or taken; times is one or more");
        }
        arm(point.get(), times);
        return show();
    }

    private synchronized void arm(Point point, int times) {
        armed.put(point, times);
    }

    Reply release() {
        releaseAll();
        return show();
    }

    private synchronized void releaseAll() {
        armed.clear();
        releases++;
        notifyAll();
    }

    /** How many orders are held at each point, and how many more are to be. */
    synchronized Reply show() {
        ObjectNode body = Json.object();
        ObjectNode nowHeld = body.putObject("held");
        ObjectNode nowArmed = body.putObject("armed");
        for (Point point : Point.values()) {
            nowHeld.put(point.wireName(), held.getOrDefault(point, 0));
            nowArmed.put(point.wireName(), armed.getOrDefault(point, 0));
        }
        return Reply.json(200, body);
    }
}
