package dev.vignette.sandbox;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the calls of webhooks; follows no redirects, as vendors document. */
final class CallbackLine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CallbackLine.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(PATIENCE)
                    .build();

    /** The answer's status, or 0 when none came. */
    int send(Callback.Call call) throws InterruptedException {
        if (!Loopback.isHere(call.address())) {
            return 0;
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(call.address())
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(call.body().array()));
        call.headers().forEach(request::header);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            LOG.debug("A webhook did not get through", e);
            return 0;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
