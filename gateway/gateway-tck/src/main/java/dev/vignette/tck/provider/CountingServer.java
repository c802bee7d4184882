package dev.vignette.tck.provider;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bare HTTP/1.1 server that counts orders and ends each exchange with one as it is told. Any
 * other request gets an empty JSON object, on a connection that stays open.
 */
final class CountingServer implements AutoCloseable {
    private final VendorUnderTest vendor;
    private final Ending ending;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger orders = new AtomicInteger();
    private final AtomicInteger ordersOnUsedConnections = new AtomicInteger();

    private CountingServer(VendorUnderTest vendor, Ending ending, ServerSocket listener) {
        this.vendor = vendor;
        this.ending = ending;
        this.listener = listener;
    }

    static CountingServer start(VendorUnderTest vendor, Ending ending) {
        try {
            ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            CountingServer server = new CountingServer(vendor, ending, listener);
            Thread.ofVirtual().start(server::listen);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    int orders() {
        return orders.get();
    }

    int ordersOnUsedConnections() {
        return ordersOnUsedConnections.get();
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return; // closed at the end of the test
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
            boolean goesOn = true;
            for (int served = 0; goesOn; served++) {
                RawRequest request = RawRequest.read(in);
                goesOn = request != null && answer(request, socket, served > 0);
            }
        } catch (IOException e) {
            // The client went away; what it sent has been counted.
        }
        open.remove(socket);
    }

    private boolean answer(RawRequest request, Socket socket, boolean used) throws IOException {
        if (!request.isPostTo(vendor.orderPath())) {
            new RawAnswer(socket).complete("200 OK", "", "{}");
            return true;
        }
        orders.incrementAndGet();
        if (used) {
            ordersOnUsedConnections.incrementAndGet();
        }
        return end(new RawAnswer(socket), request.path());
    }

    private boolean end(RawAnswer answer, String path) throws IOException {
        String again = "Retry-After: 0\r\n";
        return switch (ending) {
            case CLOSED_BEFORE_THE_ANSWER -> false;
            case RESET_BEFORE_THE_ANSWER -> answer.reset();
            case CLOSED_WITHIN_THE_HEAD -> answer.write("HTTP/1.1 201 Created\r\nContent-Ty");
            case CLOSED_WITHIN_THE_BODY -> answer.half("201 Created", vendor.acceptedBody());
            case CLOSED_AFTER_THE_ANSWER -> answer.last("201 Created", vendor.acceptedBody());
            case NO_HTTP -> answer.write("220 mail.test ready\r\n\r\n");
            case REDIRECT_307 ->
                    answer.complete("307 Temporary Redirect", "Location: " + path + "\r\n", "");
            case TIMEOUT_408 -> answer.complete("408 Request Timeout", again, "");
            case THROTTLED_429 -> answer.complete("429 Too Many Requests", again, "{}");
            case UNAVAILABLE_503 -> answer.complete("503 Service Unavailable", again, "");
        };
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
