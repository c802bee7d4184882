package dev.vignette.modelslab;

import dev.vignette.provider.Account;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpRequest;
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
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line to ModelsLab. One call of {@link #post} is at most one request on the wire: no redirect
 * is followed and nothing is sent again. Bodies hold the key, so nothing here logs or quotes one.
 */
final class ModelsLabWire {
    private static final Logger LOG = LoggerFactory.getLogger(ModelsLabWire.class);

    /** All of these come about before the first byte of a request is written. */
    private static final List<Class<? extends Exception>> BEFORE_SENDING =
            List.of(
                    ConnectException.class,
                    UnknownHostException.class,
                    NoRouteToHostException.class,
                    UnresolvedAddressException.class,
                    SSLHandshakeException.class);

    /** Room for a picture of 15 MB in Base64. */
    private static final int LARGEST_ANSWER = 21_000_000;

    private static final Argument<byte[]> BYTES = Argument.of(byte[].class);
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** Below what servers usually keep: an order sent into a closing connection is in doubt. */
    private static final Duration IDLE = Duration.ofSeconds(15);

    private final BlockingHttpClient client;
    private final Account<?> account;

    ModelsLabWire(Account<?> account, Duration patience) {
        this.account = account;
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
        MutableHttpRequest<byte[]> request =
                HttpRequest.POST(URI.create(account.baseUrl() + path), json)
                        .contentType(MediaType.APPLICATION_JSON_TYPE)
                        .accept(MediaType.APPLICATION_JSON_TYPE)
                        .header("User-Agent", "vignette");
        account.headers().get().forEach(request::header);
        try {
            return answered(client.exchange(request, BYTES, BYTES));
        } catch (RuntimeException e) {
            // Not only the client's own: an interrupted wait comes as the reactive library's.
            return failed(e);
        }
    }

    /** Lets the connections go. */
    void close() {
        client.close();
    }

    /** Unless no connection came about, the request may have arrived. */
    private static WireOutcome failed(RuntimeException failure) {
        LOG.debug("An exchange with ModelsLab failed", failure);
        if (isCausedBy(failure, List.of(InterruptedException.class))) {
            Thread.currentThread().interrupt();
        }
        return isCausedBy(failure, BEFORE_SENDING)
                ? new WireOutcome.NotSent()
                : new WireOutcome.Broken();
    }

    private static WireOutcome answered(HttpResponse<byte[]> response) {
        return WireOutcome.Answered.of(
                response.code(),
                response.header("Retry-After"),
                response.getBody(BYTES).orElseGet(() -> new byte[0]));
    }

    private static boolean isCausedBy(Throwable failure, List<Class<? extends Exception>> kinds) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> kinds.stream().anyMatch(kind -> kind.isInstance(cause)));
    }
}
