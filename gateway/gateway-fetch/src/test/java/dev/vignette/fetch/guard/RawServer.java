package dev.vignette.fetch.guard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A server on loopback that answers with whatever bytes a test wants, proper HTTP or not. */
final class RawServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Answer answer;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    /** Writes the answer to a request. */
    @FunctionalInterface
    interface Answer {
        void write(String request, OutputStream output) throws IOException;
    }

    private RawServer(ServerSocket socket, Answer answer) {
        this.socket = socket;
        this.answer = answer;
        Thread.ofVirtual().start(this::accept);
    }

    /** One that always answers with this text. */
    static RawServer saying(String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return answering((_, output) -> output.write(bytes));
    }

    /** One that answers each request as it is told to; it closes the connection afterwards. */
    static RawServer answering(Answer answer) throws IOException {
        return on(ServerSocketFactory.getDefault(), answer);
    }

    /** The same on sockets of another kind. */
    static RawServer on(ServerSocketFactory sockets, Answer answer) throws IOException {
        var loopback = InetAddress.ofLiteral("127.0.0.1");
        return new RawServer(sockets.createServerSocket(0, 50, loopback), answer);
    }

    int port() {
        return socket.getLocalPort();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port() + "/picture.png");
    }

    /** The head of each request so far. */
    List<String> requests() {
        return requests;
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException _) {
                // Closed, or a client that went away.
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var reader =
                    new BufferedReader(
                            new InputStreamReader(
                                    client.getInputStream(), StandardCharsets.ISO_8859_1));
            var head = new StringBuilder();
            for (var line = reader.readLine();
                    line != null && !line.isEmpty();
                    line = reader.readLine()) {
                head.append(line).append('\n');
            }
            requests.add(head.toString());
            answer.write(head.toString(), client.getOutputStream());
        } catch (IOException _) {
            // The client broke off, as several tests want it to.
        }
    }
}
