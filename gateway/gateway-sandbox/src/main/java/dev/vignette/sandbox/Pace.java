package dev.vignette.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** How long things take in a double; can be changed while it runs. */
public final class Pace {
    private static final String PICTURE = "picture_millis";
    private static final String LINK_LIFE = "link_life_seconds";
    private static final String SLOW_ANSWER = "slow_answer_millis";
    private static final String WEBHOOK_DELAY = "webhook_delay_millis";
    private static final String WEBHOOK_RETRY = "webhook_retry_millis";

    private final Map<String, Duration> spans = new ConcurrentSkipListMap<>();

    Pace(SandboxSettings settings) {
        spans.put(PICTURE, settings.pictureTime());
        spans.put(LINK_LIFE, settings.linkLife());
        spans.put(SLOW_ANSWER, Duration.ofSeconds(65));
        spans.put(WEBHOOK_DELAY, Duration.ofSeconds(5));
        spans.put(WEBHOOK_RETRY, Duration.ofSeconds(1));
    }

    /** How long one picture takes. */
    public Duration pictureTime() {
        return span(PICTURE);
    }

    /** How long links to pictures work. */
    public Duration linkLife() {
        return span(LINK_LIFE);
    }

    /** How late a slow answer comes. */
    public Duration slowAnswer() {
        return span(SLOW_ANSWER);
    }

    /** How late a late webhook comes. */
    Duration webhookDelay() {
        return span(WEBHOOK_DELAY);
    }

    /** How long after a first failure a webhook is repeated; later pauses double. */
    Duration webhookRetry() {
        return span(WEBHOOK_RETRY);
    }

    private Duration span(String name) {
        return Objects.requireNonNull(spans.get(name), name);
    }

    Reply show() {
        ObjectNode body = Json.object();
        spans.forEach((name, span) -> body.put(name, span.toMillis() / unit(name)));
        return Reply.json(200, body);
    }

    /** Changes all that are named, or none. */
    Reply change(Request request) {
        Map<String, Duration> wishes = new TreeMap<>();
        for (Map.Entry<String, JsonNode> wish : request.json().properties()) {
            String name = wish.getKey();
            if (!spans.containsKey(name) || wish.getValue().asLong(-1) < 0) {
                return ControlCalls.refused(name + ": a duration there is, zero or more");
            }
            wishes.put(name, Duration.ofMillis(wish.getValue().asLong() * unit(name)));
        }
        spans.putAll(wishes);
        return show();
    }

    private static long unit(String name) {
        return name.endsWith("_seconds") ? 1000 : 1;
    }
}
