package dev.vignette.tck.provider;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Writes an answer, or the beginning of one; each method says whether the connection stays open.
 */
record RawAnswer(Socket socket) {

    boolean complete(String status, String headers, String body) throws IOException {
        write(head(status, headers, body) + body);
        return true;
    }

    boolean last(String status, String body) throws IOException {
        return write(head(status, "", body) + body);
    }

    boolean half(String status, String body) throws IOException {
        return write(head(status, "", body) + body.substring(0, body.length() / 2));
    }

    boolean reset() throws IOException {
        socket.setSoLinger(true, 0);
        return false;
    }

    boolean write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return false;
    }

    private static String head(String status, String headers, String body) {
        return "HTTP/1.1 %s\r\nContent-Type: application/json\r\n%sContent-Length: %d\r\n\r\n"
                .formatted(status, headers, body.getBytes(StandardCharsets.UTF_8).length);
    }
}
