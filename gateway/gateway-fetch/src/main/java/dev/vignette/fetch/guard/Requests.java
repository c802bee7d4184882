package dev.vignette.fetch.guard;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/** Sends single requests, each cut off at the deadline however slowly bytes keep trickling in. */
final class Requests implements AutoCloseable {
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor alarms =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("vignette-fetch-alarms").factory());

    Requests(CloseableHttpClient client) {
        this.client = client;
        alarms.setRemoveOnCancelPolicy(true);
    }

    /** Asks that host for the destination and reads its answer. */
    Hop send(Destination destination, HttpHost host, Download download, Deadline deadline)
            throws IOException {
        var get = request(destination, deadline);
        var alarm = alarms.schedule(get::cancel, deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        try {
            return download.read(client.executeOpen(host, get, HttpClientContext.create()));
        } catch (IllegalStateException e) {
            if (!get.isCancelled()) {
                throw e;
            }
            // The alarm rang between two steps of the client, which then misses its connection.
            throw new InterruptedIOException("the deadline is over");
        } finally {
            // Drops the connection. Closing the answer would read on, however much is to come.
            get.cancel();
            alarm.cancel(false);
        }
    }

    @Override
    public void close() {
        alarms.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }

    private static HttpGet request(Destination destination, Deadline deadline) throws IOException {
        var left = Timeout.of(deadline.left());
        var get = new HttpGet(destination.uri());
        get.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        get.setHeader(HttpHeaders.CONNECTION, "close");
        get.setConfig(
                RequestConfig.custom()
                        .setConnectionRequestTimeout(left)
                        .setResponseTimeout(left)
                        .build());
        return get;
    }
}
