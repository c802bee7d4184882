package dev.vignette.replicate.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.sandbox.Handler;
import dev.vignette.sandbox.Json;
import dev.vignette.sandbox.Reply;
import dev.vignette.sandbox.Request;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The limits of an account, refilled steadily: 600 orders and 3,000 other calls a minute ("Rate
 * limits"). Every answer tells what is left, as was recorded.
 */
final class RateLimits {
    private volatile Bucket orders = bucket(600);
    private volatile Bucket reads = bucket(3000);

    Handler orders(Handler handler) {
        return request -> limited(orders, handler, request);
    }

    Handler reads(Handler handler) {
        return request -> limited(reads, handler, request);
    }

    /** The control call that changes them; both buckets are full again afterwards. */
    Reply change(Request request) {
        JsonNode wish = request.json();
        long newOrders = wish.path("orders_per_minute").asLong(600);
        long newReads = wish.path("reads_per_minute").asLong(3000);
        if (newOrders < 1 || newReads < 1) {
            return Reply.json(422, Json.object().put("detail", "a limit is at least 1"));
        }
        orders = bucket(newOrders);
        reads = bucket(newReads);
        return Reply.json(
                200,
                Json.object()
                        .put("orders_per_minute", newOrders)
                        .put("reads_per_minute", newReads));
    }

    private static Reply limited(Bucket bucket, Handler handler, Request request) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = 1 + Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds();
            return withHeaders(Problems.throttled(seconds), 0, seconds);
        }
        Reply reply = handler.answer(request);
        return reply instanceof Reply.Whole whole && whole.status() < 300
                ? withHeaders(whole, probe.getRemainingTokens(), 1)
                : reply;
    }

    private static Reply withHeaders(Reply.Whole whole, long remaining, long reset) {
        Map<String, String> headers = new HashMap<>(whole.headers());
        headers.put("ratelimit-remaining", Long.toString(remaining));
        headers.put("ratelimit-reset", Long.toString(reset));
        return new Reply.Whole(whole.status(), headers, whole.body());
    }

    private static Bucket bucket(long perMinute) {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }
}
