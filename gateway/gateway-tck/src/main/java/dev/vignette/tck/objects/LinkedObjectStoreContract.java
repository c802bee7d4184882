package dev.vignette.tck.objects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.objects.Content;
import dev.vignette.objects.ObjectKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a store with addresses of its own must do besides. */
public interface LinkedObjectStoreContract extends ObjectStoreContract {

    @Test
    default void linksToTheFileForAnybody() throws Exception {
        store().put(KEY, Content.of("linked".getBytes(StandardCharsets.UTF_8), "image/webp"));

        var answer = get(store().link(KEY, Duration.ofMinutes(5)).orElseThrow());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("linked");
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/webp");
    }

    @Test
    default void refusesAnExpiredLink() throws Exception {
        store().put(KEY, Content.of(new byte[] {1, 2, 3}, "image/png"));

        var link = store().link(KEY, Duration.ofSeconds(1)).orElseThrow();

        assertThat(finalStatus(link)).isEqualTo(403);
    }

    @Test
    default void refusesALinkThatWasChanged() throws Exception {
        store().put(KEY, Content.of(new byte[] {1, 2, 3}, "image/png"));
        var other = new ObjectKey("gen_1/images/1.png");
        store().put(other, Content.of(new byte[] {4, 5, 6}, "image/png"));

        var link = store().link(KEY, Duration.ofMinutes(5)).orElseThrow().toString();

        assertThat(get(URI.create(link.replace("0.png", "1.png"))).statusCode()).isEqualTo(403);
    }

    /**
     * The status once the link's life is over: asks until it is no longer 200, for 20 s at most.
     */
    private static int finalStatus(URI link) throws IOException, InterruptedException {
        var end = Instant.now().plusSeconds(20);
        var status = 200;
        while (status == 200 && Instant.now().isBefore(end)) {
            Thread.sleep(100);
            status = get(link).statusCode();
        }
        return status;
    }

    private static HttpResponse<String> get(URI link) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(link).timeout(Duration.ofSeconds(10)).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
