package dev.vignette.fetch.guard;

import dev.vignette.fetch.Landing;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Future;
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

/**
 * Sends single requests, each cut off at the deadline however slowly bytes keep trickling in, and
 * before that when its pace is not worth it.
 */
final class Requests implements AutoCloseable {
    private final CloseableHttpClient client;
    private final Duration paceSpan;
    private final ScheduledThreadPoolExecutor alarms =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("vignette-fetch-alarms").factory());

    Requests(CloseableHttpClient client, Duration paceSpan) {
        this.client = client;
        this.paceSpan = paceSpan;
        alarms.setRemoveOnCancelPolicy(true);
    }

    /** Asks that host for the destination and reads its answer. */
    Hop send(Destination destination, HttpHost host, Download download, Deadline deadline)
            throws IOException {
        var get = request(destination, deadline);
        download.reached().ifPresent(here -> goOnAfter(here, get));
        var alarm = alarms.schedule(get::cancel, deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        var pace = watch(new Pace(download, paceSpan, get::cancel));
        try {
            return download.read(client.executeOpen(host, get, HttpClientContext.create()));
        } catch (IllegalStateException e) {
            if (!get.isCancelled()) {
                throw e;
            }
            // Cancelled between two steps of the client, which then misses its connection.
            throw new InterruptedIOException("the request was broken off");
        } finally {
            pace.cancel(false);
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

    private Future<?> watch(Pace pace) {
        var look = paceSpan.dividedBy(Pace.LOOKS).toNanos();
        return alarms.scheduleAtFixedRate(pace, look, look, TimeUnit.NANOSECONDS);
    }

    /** Asks for the rest, provided that it is the rest of the same file; else for all of it. */
    private static void goOnAfter(Landing.Reached here, HttpGet get) {
        get.setHeader(HttpHeaders.RANGE, "bytes=" + here.bytes() + "-");
        get.setHeader(HttpHeaders.IF_RANGE, here.version());
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
