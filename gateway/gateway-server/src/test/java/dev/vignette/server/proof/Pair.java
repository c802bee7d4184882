package dev.vignette.server.proof;

import dev.vignette.server.proof.App.Wish;
import dev.vignette.tck.objects.S3Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Two gateways on one database and one bucket, at the same vendors. */
final class Pair implements AutoCloseable {
    private final Market market = Market.open();
    private final Postgres database;
    private final S3Server bucket;
    private final Mortal first;
    private final Mortal second;

    private Pair(Path directory) throws IOException {
        database = Postgres.start(directory.resolve("database"));
        bucket = S3Server.start(directory.resolve("s3"));
        Map<String, String> shared = new HashMap<>(database.environment());
        shared.putAll(bucket(bucket));
        first = Mortal.in(directory.resolve("first"), market, true, shared);
        second = Mortal.in(directory.resolve("second"), market, true, shared);
    }

    /** Starts both. */
    static Pair start(Path directory) throws IOException {
        Pair pair = new Pair(directory);
        pair.first.start();
        pair.second.start();
        return pair;
    }

    Market market() {
        return market;
    }

    Postgres database() {
        return database;
    }

    S3Server bucket() {
        return bucket;
    }

    Mortal first() {
        return first;
    }

    Mortal second() {
        return second;
    }

    App atFirst() {
        return new App(first.address());
    }

    App atSecond() {
        return new App(second.address());
    }

    /** Asks there, and returns the generation's id. */
    static String begin(App app, Wish wish) {
        return Http.read(app.ask(wish).orElseThrow().body()).path("id").asText();
    }

    @Override
    public void close() throws IOException {
        first.close();
        second.close();
        bucket.close();
        database.close();
        market.close();
    }

    private static Map<String, String> bucket(S3Server bucket) {
        return Map.of(
                "VIGNETTE_S3_BUCKET",
                S3Server.BUCKET,
                "VIGNETTE_S3_ENDPOINT",
                bucket.endpoint().toString(),
                "VIGNETTE_S3_REGION",
                "us-east-1",
                "VIGNETTE_S3_PATH_STYLE",
                "true",
                "AWS_ACCESS_KEY_ID",
                S3Server.ACCESS_KEY_ID,
                "AWS_SECRET_ACCESS_KEY",
                S3Server.SECRET_ACCESS_KEY);
    }
}
