package dev.vignette.replicate;

import dev.vignette.provider.Account;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.client.BlockingHttpClient;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.multipart.MultipartBody;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line to Replicate. Sends every request once: no redirect is followed, nothing is retried.
 * Every address is built here, below the configured one, so the token goes nowhere else.
 */
final class ReplicateWire {
    /** The answer headers that are passed on. */
    static final List<String> HEADERS =
            List.of("date", "retry-after", "ratelimit-remaining", "ratelimit-reset");

    /** Thirteen pictures as data URIs, each about 400 kB as recorded, with much room. */
    private static final int LARGEST_ANSWER = 40 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(ReplicateWire.class);

    private static final int CONNECTIONS = 512;

    /** All of these come about before the first byte of a request is written. */
    private static final List<Class<? extends Exception>> BEFORE_SENDING =
            List.of(
                    ConnectException.class,
                    UnknownHostException.class,
                    NoRouteToHostException.class,
                    SSLHandshakeException.class);

    private static final Argument<byte[]> BYTES = Argument.of(byte[].class);

    private final Account<?> account;
    private final JsonMapper json;
    private final BlockingHttpClient client;

    ReplicateWire(Account<?> account, JsonMapper json, Duration patience) {
        this.account = account;
        this.json = json;
        this.client = HttpClient.create(null, configuration(patience)).toBlocking();
    }

    /** Whether the address is on this machine. */
    static boolean isHere(URI address) {
        return Set.of("127.0.0.1", "localhost", "[::1]")
                .contains(String.valueOf(address.getHost()));
    }

    /** Whether everything goes to this machine, where a double is. */
    boolean staysHere() {
        return isHere(account.baseUrl());
    }

    Reply get(String path) {
        return exchange(request(HttpMethod.GET, path));
    }

    /** Sends a POST without a body. */
    Reply post(String path) {
        return exchange(request(HttpMethod.POST, path));
    }

    /** Sends a JSON object. */
    Reply post(String path, Map<String, String> headers, Map<String, Object> body) {
        MutableHttpRequest<Object> request = request(HttpMethod.POST, path);
        headers.forEach(request::header);
        try {
            return exchange(request.body(json.writeValueAsBytes(body)));
        } catch (IOException e) {
            throw new IllegalStateException("a map of plain values is always JSON", e);
        }
    }

    /** Sends a file as the multipart part {@code content}. */
    Reply upload(String path, String name, String mediaType, byte[] content) {
        MultipartBody body =
                MultipartBody.builder()
                        .addPart("content", name, MediaType.of(mediaType), content)
                        .build();
        return exchange(
                request(HttpMethod.POST, path)
                        .contentType(MediaType.MULTIPART_FORM_DATA_TYPE)
                        .body(body));
    }

    /** Lets the connections go. */
    void close() {
        client.close();
    }

    private MutableHttpRequest<Object> request(HttpMethod method, String path) {
        MutableHttpRequest<Object> request = HttpRequest.create(method, account.baseUrl() + path);
        account.headers().get().forEach(request::header);
        return request.bearerAuth(account.credential().reveal())
                .accept(MediaType.APPLICATION_JSON_TYPE)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header("User-Agent", "vignette");
    }

    private Reply exchange(HttpRequest<?> request) {
        try {
            HttpResponse<byte[]> response = client.exchange(request, BYTES, BYTES);
            return new Reply.Answered(response.code(), headers(response), object(response.body()));
        } catch (RuntimeException e) {
            // Not only the client's own: an interrupted wait comes as the reactive library's.
            return failed(e);
        }
    }

    private static Reply failed(RuntimeException failure) {
        LOG.debug("An exchange with Replicate failed", failure);
        if (isCausedBy(failure, List.of(InterruptedException.class))) {
            Thread.currentThread().interrupt();
        }
        return isCausedBy(failure, BEFORE_SENDING)
                ? new Reply.NotSent("no connection to Replicate came about")
                : new Reply.Broken("the line to Replicate broke or stayed silent");
    }

    private static Map<String, String> headers(HttpResponse<?> response) {
        Map<String, String> found = new HashMap<>();
        for (String name : HEADERS) {
            response.getHeaders().findFirst(name).ifPresent(value -> found.put(name, value));
        }
        return found;
    }

    /** The JSON object in a body; {@code null} when it holds anything else. */
    @Nullable Fields object(byte @Nullable [] body) {
        if (body == null) {
            return null;
        }
        try {
            return json.readValue(body, Argument.OBJECT_ARGUMENT) instanceof Map<?, ?> members
                    ? new Fields(members)
                    : null;
        } catch (IOException _) {
            return null; // HTML, or half a JSON: whoever asked decides what that means
        }
    }

    private static boolean isCausedBy(Throwable failure, List<Class<? extends Exception>> types) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> types.stream().anyMatch(type -> type.isInstance(cause)));
    }

    private static DefaultHttpClientConfiguration configuration(Duration patience) {
        DefaultHttpClientConfiguration settings = new DefaultHttpClientConfiguration();
        settings.setFollowRedirects(false);
        settings.setExceptionOnErrorStatus(false);
        settings.setConnectTimeout(Duration.ofSeconds(5));
        settings.setReadTimeout(patience);
        settings.setMaxContentLength(LARGEST_ANSWER);
        // HTTP/1.1 only: a stream that HTTP/2 refuses may be sent again on another connection.
        settings.setAlpnModes(List.of("http/1.1"));
        // Shorter than servers keep idle connections, so that an order rarely meets a closing one.
        settings.setConnectionPoolIdleTimeout(Duration.ofSeconds(20));
        settings.setNumOfThreads(2);
        settings.getConnectionPoolConfiguration().setMaxConcurrentHttp1Connections(CONNECTIONS);
        return settings;
    }
}
