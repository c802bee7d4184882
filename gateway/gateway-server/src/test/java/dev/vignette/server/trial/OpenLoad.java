package dev.vignette.server.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Asks for ten generations a second whatever became of those before, every fifth as the client
 * {@code beta}, and sees each to its end.
 */
final class OpenLoad implements AutoCloseable {
    private static final int BETWEEN_MILLIS = 100;
    private static final int BETA_EVERY = 5;

    /** One photo for all: the doubles draw a picture once. */
    private static final String PHOTO = Photos.dataUri(Photos.fresh());

    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Gateway gateway;
    private final String betaKey;

    /**
     * One request under way.
     *
     * @param sent when it was sent
     * @param asked what became of it
     */
    record Request(Instant sent, CompletableFuture<Asked> asked) {

        /** How it ended; empty while it has not. */
        Optional<Asked> ended() {
            return Optional.ofNullable(asked.getNow(null));
        }
    }

    OpenLoad(Gateway gateway, String betaKey) {
        this.gateway = gateway;
        this.betaKey = betaKey;
        Future<?> _ = beat.scheduleAtFixedRate(this::ask, 0, BETWEEN_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Everything that was sent at that moment or later, oldest first. */
    List<Request> since(Instant moment) {
        return requests.stream().filter(request -> !request.sent().isBefore(moment)).toList();
    }

    /** Sends no more. */
    @Override
    public void close() {
        beat.close();
    }

    private void ask() {
        int number = requests.size();
        Instant sent = Clock.systemUTC().instant();
        CompletableFuture<Asked> asked = new CompletableFuture<>();
        requests.add(new Request(sent, asked));
        Thread.startVirtualThread(() -> asked.complete(seen(number, sent)));
    }

    private Asked seen(int number, Instant sent) {
        String client = number % BETA_EVERY == 0 ? "beta" : "trial";
        JsonNode generation = MissingNode.getInstance();
        String fault = "";
        try {
            String body = Gateway.written(members(number));
            HttpResponse<String> answer = sent(client, gateway.asking(body, "Prefer", "wait=50"));
            generation = Gateway.read(answer);
            while (answer.statusCode() / 100 == 2 && !generation.path("done").asBoolean()) {
                answer = sent(client, look(generation.path("id").asText()));
                generation = Gateway.read(answer);
            }
            fault = answer.statusCode() / 100 == 2 ? "" : "answered " + answer.body();
        } catch (Exception broken) {
            fault = broken.toString();
        }
        return new Asked(client, sent, Clock.systemUTC().instant(), fault, generation);
    }

    private HttpRequest look(String id) {
        return gateway.call("/v1/generations/" + id).header("Prefer", "wait=50").build();
    }

    private HttpResponse<String> sent(String client, HttpRequest request) throws Exception {
        HttpRequest.Builder call = HttpRequest.newBuilder(request, (_, _) -> true);
        if (client.equals("beta")) {
            call.setHeader("Authorization", "Bearer " + betaKey);
        }
        return gateway.send(call.build());
    }

    /** Headshots and series of one and two in turn; small, so that machines are not the story. */
    private static Map<String, Object> members(int number) {
        Map<String, Object> members = new HashMap<>();
        boolean headshot = number % 2 == 0;
        members.put("kind", headshot ? "headshot" : "portrait_series");
        members.put("count", headshot || number % 4 == 1 ? 1 : 2);
        members.put("image", PHOTO);
        members.put("cache", "off");
        members.put("seed", 7);
        members.put("width", 256);
        members.put("height", 256);
        members.put("on_misfit", "drop");
        return members;
    }
}
