package dev.vignette.server.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vignette.server.BuiltProgram;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The packaged program at work for real, with vendors of its own, prices, and one client with a
 * key. Can be ended and started again on the same data.
 */
final class Gateway implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String key = "vgk_" + UUID.randomUUID();
    private final Vendor replicate = Vendor.replicate();
    private final Vendor modelslab = Vendor.modelslab();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
    private final Path directory;
    private final Map<String, String> environment;
    private BuiltProgram program;

    private Gateway(Path directory, Map<String, String> more) throws IOException {
        this.directory = directory;
        this.environment = new HashMap<>(more);
        environment.put("REPLICATE_API_TOKEN", replicate.credential());
        environment.put("REPLICATE_BASE_URL", replicate.baseUrl());
        environment.put("MODELSLAB_API_KEY", modelslab.credential());
        environment.put("MODELSLAB_BASE_URL", modelslab.baseUrl());
        Files.writeString(directory.resolve("vignette.yml"), file(key));
        program = another();
    }

    /** Starts it in that directory, with more variables, and waits until it is ready. */
    static Gateway start(Path directory, Map<String, String> more) throws IOException {
        Gateway gateway = new Gateway(directory, more);
        gateway.program.awaitReady();
        return gateway;
    }

    /** Starts one more process in the same place, and does not wait for it. */
    BuiltProgram another() throws IOException {
        return BuiltProgram.start(directory, environment);
    }

    /** Starts it again after its end, on the same data. */
    void restart() throws IOException {
        program.close();
        program = another();
        program.awaitReady();
    }

    BuiltProgram program() {
        return program;
    }

    Vendor replicate() {
        return replicate;
    }

    Vendor modelslab() {
        return modelslab;
    }

    /** The operator's file. */
    Path file() {
        return directory.resolve("vignette.yml");
    }

    /** Where the program keeps everything. */
    Path data() {
        return directory.resolve("vignette-data");
    }

    /** What nobody but the program may ever see. */
    List<String> secrets() {
        return List.of(key, replicate.credential(), modelslab.credential());
    }

    /** A request for one picture of a series from a photo nobody has sent before. */
    static Map<String, Object> series() {
        Map<String, Object> members = new HashMap<>();
        members.put("kind", "portrait_series");
        members.put("count", 1);
        members.put("image", Photos.dataUri(Photos.fresh()));
        return members;
    }

    /** The same, with one more member. */
    static Map<String, Object> series(String member, Object value) {
        Map<String, Object> members = series();
        members.put(member, value);
        return members;
    }

    /** Asks for pictures and waits for them. */
    HttpResponse<String> ask(Map<String, Object> members) throws Exception {
        return post(JSON.writeValueAsString(members));
    }

    /** Asks with that body. */
    HttpResponse<String> post(String body) throws Exception {
        return send(asking(body, "Prefer", "wait=50"));
    }

    /** Asks for pictures, waits for them, and reads the generation. */
    JsonNode make(Map<String, Object> members) throws Exception {
        return read(ask(members));
    }

    /** Asks for pictures without waiting, and returns the generation's id. */
    String begin(Map<String, Object> members) throws Exception {
        HttpResponse<String> answer =
                send(asking(JSON.writeValueAsString(members), "Prefer", "respond-async"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return read(answer).path("id").asText();
    }

    /** A POST of a generation with more headers. */
    HttpRequest asking(String body, String... headers) {
        return call("/v1/generations")
                .header("Content-Type", "application/json")
                .headers(headers)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** How a generation stands. */
    JsonNode generation(String id) {
        try {
            return read(get("/v1/generations/" + id));
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    /** The generation once it is over. */
    JsonNode ended(String id) {
        program.await(id + " does not end", () -> generation(id).path("done").asBoolean());
        return generation(id);
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(call(path).build());
    }

    HttpRequest.Builder call(String path) {
        return HttpRequest.newBuilder(program.api().resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key);
    }

    HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, BodyHandlers.ofString());
    }

    /** The file behind a link, without any key. */
    byte[] download(String link) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(link)).timeout(PATIENCE).build();
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    HttpClient http() {
        return http;
    }

    /** The lines of the cost log about that generation. */
    List<String> charges(String generation) throws IOException {
        try (Stream<String> lines = Files.lines(data().resolve("logs/cost.jsonl"))) {
            return lines.filter(line -> line.contains(generation)).toList();
        }
    }

    /** The files it keeps in that folder of its data directory. */
    Set<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(data().resolve(folder))) {
            return files.filter(Files::isRegularFile).collect(Collectors.toSet());
        }
    }

    /** The JSON in an answer. */
    static JsonNode read(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    /** A request as it is sent. */
    static String written(Map<String, Object> members) throws IOException {
        return JSON.writeValueAsString(members);
    }

    @Override
    public void close() {
        program.close();
        replicate.close();
        modelslab.close();
        http.close();
    }

    private static String file(String key) {
        return """
        vignette:
          clients:
            - name: trial
              keys: [{id: t1, sha256: %s}]
              scopes: [generations, erasures, costs:read]
          routes:
            portrait_series:
              - {provider: replicate, weight: 100}
              - {provider: modelslab, role: fallback}
            headshot:
              - {provider: modelslab, weight: 100}
              - {provider: replicate, role: fallback}
          prices:
            - {provider: replicate, per: image, amount: 0.04, currency: USD, from: 2026-01-01}
            - {provider: modelslab, per: image, amount: 0.012, currency: USD, from: 2026-01-01}
        """
                .formatted(hash(key));
    }

    private static String hash(String key) {
        try {
            byte[] text = key.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
