package dev.vignette.modelslab;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.BlockingHttpClient;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClient;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;

/**
 * The line to ModelsLab. One call of {@link #post} is at most one request on the wire: no redirect
 * is followed and nothing is sent again. Bodies hold the key, so nothing here logs or quotes one.
 */
final class ModelsLabWire {
    /** Room for a picture of 15 MB in Base64. */
    private static final int LARGEST_ANSWER = 21_000_000;

    private static final Argument<byte[]> BYTES = Argument.of(byte[].class);
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** Below what servers usually keep: an order sent into a closing connection is in doubt. */
    private static final Duration IDLE = Duration.ofSeconds(15);

    private final BlockingHttpClient client;
    private final URI baseUrl;

    ModelsLabWire(URI baseUrl, Duration patience) {
        this.baseUrl = baseUrl;
        DefaultHttpClientConfiguration configuration = new DefaultHttpClientConfiguration();
        configuration.setFollowRedirects(false);
        configuration.setExceptionOnErrorStatus(false);
        configuration.setConnectTimeout(CONNECT);
        configuration.setReadTimeout(patience);
        configuration.setConnectionPoolIdleTimeout(IDLE);
        configuration.setMaxContentLength(LARGEST_ANSWER);
        // HTTP/1.1 only: a stream that HTTP/2 refuses may be sent again on another connection.
        configuration.setAlpnModes(List.of("http/1.1"));
        configuration.setNumOfThreads(2);
        client = HttpClient.create(null, configuration).toBlocking();
    }

    /**
     * Posts JSON to a path below the base URL.
     *
     * @param path starts with a slash; never taken from an answer, so that the key goes nowhere
     *     else
     */
    WireOutcome post(String path, byte[] json) {
        HttpRequest<byte[]> request =
                HttpRequest.POST(URI.create(baseUrl + path), json)
                        .contentType(MediaType.APPLICATION_JSON_TYPE)
                        .accept(MediaType.APPLICATION_JSON_TYPE)
                        .header("User-Agent", "vignette");
        try {
            return answered(client.exchange(request, BYTES, BYTES));
        } catch (RuntimeException e) {
            // Whatever the client throws: unless it never connected, the request may have arrived.
            return neverConnected(e) ? new WireOutcome.NotSent() : new WireOutcome.Broken();
        }
    }

    private static WireOutcome answered(HttpResponse<byte[]> response) {
        return WireOutcome.Answered.of(
                response.code(),
                response.header("Retry-After"),
                response.getBody(BYTES).orElseGet(() -> new byte[0]));
    }

    private static boolean neverConnected(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof UnresolvedAddressException
                    || cause instanceof SSLHandshakeException) {
                return true;
            }
        }
        return false;
    }
}
