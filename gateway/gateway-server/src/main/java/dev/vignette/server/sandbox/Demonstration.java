package dev.vignette.server.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes a portrait series and a headshot from the included photo and shows what came back. */
public final class Demonstration {
    private static final String PHOTO = "portrait.jpg";
    private static final String PROMPT = "studio headshot, soft light, dark blue suit";
    private static final int MILLIS = 1000;

    private final URI gateway;
    private final Optional<String> key;
    private final Path directory;
    private final PrintStream out;

    /**
     * Shows the gateway there.
     *
     * @param key the key to call with; empty when none is asked for
     * @param directory where the included photo is put, for people to use
     * @param out where it is shown
     */
    public Demonstration(URI gateway, Optional<String> key, Path directory, PrintStream out) {
        this.gateway = gateway;
        this.key = key;
        this.directory = directory;
        this.out = out;
    }

    /** Shows it, with the addresses of the doubles' control calls by their adapters' names. */
    public void show(Map<String, URI> controls) throws InterruptedException {
        out.println();
        out.println("This is the sandbox: local doubles stand in for the providers, no money moves.");
        try (GenerationCalls calls = new GenerationCalls(gateway, key)) {
            Path photo = photo();
            make(calls, "A portrait series", "portrait_series", Optional.empty(), photo);
            make(calls, "A headshot", "headshot", Optional.of(PROMPT), photo);
            invite(photo, controls);
        } catch (IOException broken) {
            out.println("The demonstration could not be finished: " + broken.getMessage());
        }
    }

    private void make(
            GenerationCalls calls, String title, String kind, Optional<String> prompt, Path photo)
            throws IOException, InterruptedException {
        Instant begun = Instant.now();
        JsonNode generation = calls.create(kind, prompt, photo);
        Duration took = Duration.between(begun, Instant.now());
        out.println();
        if (!generation.path("status").asText().equals("succeeded")) {
            out.println(title + " was not made: " + reason(generation));
            return;
        }
        out.printf("%s: %s, in %s s%n", title, summary(generation), seconds(took));
        generation.path("images").forEach(image -> out.println("  " + image.path("url").asText()));
    }

    private static String summary(JsonNode generation) {
        JsonNode cost = generation.path("cost");
        String price = cost.path("amount").asText() + " " + cost.path("currency").asText("");
        boolean cached = generation.path("cache").path("hit").asBoolean();
        return "%d pictures by %s, for %s of sandbox money%s"
                .formatted(
                        generation.path("images").size(),
                        generation.path("provider").asText(),
                        price.strip(),
                        cached ? " (from the cache)" : "");
    }

    private static String reason(JsonNode answer) {
        String detail = answer.path("error").path("detail").asText();
        return detail.isEmpty() ? answer.path("detail").asText("no answer in time") : detail;
    }

    private static String seconds(Duration took) {
        return "%.1f".formatted((double) took.toMillis() / MILLIS);
    }

    private void invite(Path photo, Map<String, URI> controls) {
        String bearer = key.map(k -> " -H 'Authorization: Bearer " + k + "'").orElse("");
        out.println();
        out.println("Ask for one yourself:");
        out.println();
        out.printf(
                "curl -s%s -H 'Prefer: wait=50' -F kind=headshot -F 'prompt=in a green jacket'"
                        + " -F 'image=@%s' %s/v1/generations%n",
                bearer, photo.toString().replace("'", "'\\''"), gateway);
        out.println();
        controls.forEach(
                (adapter, control) ->
                        out.printf("Faults and pace of the double of %s: %s%n", adapter, control));
        out.println("The API, to try in the browser: " + gateway + "/docs");
        out.flush();
    }

    private Path photo() throws IOException {
        Path file = directory.resolve(PHOTO).toAbsolutePath();
        try (InputStream included =
                Objects.requireNonNull(getClass().getResourceAsStream("/sandbox/" + PHOTO))) {
            Files.write(file, included.readAllBytes());
        }
        return file;
    }
}
