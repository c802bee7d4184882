package dev.vignette.fetch.guard;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Answers of all kinds, most of them bad. */
final class Answers {
    static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\npicture";

    private Answers() {}

    static String redirect(String location) {
        return "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** {@code /3} redirects to {@code /2} and so on; {@code /0} is a picture. */
    static void countDown(String request, OutputStream output) throws IOException {
        var left = request.charAt("GET /".length()) - '0';
        output.write(bytes(left == 0 ? OK : redirect("/" + (left - 1))));
    }

    static void headersWithoutEnd(String request, OutputStream output) throws IOException {
        output.write(bytes("HTTP/1.1 200 OK\r\n"));
        while (true) {
            output.write(bytes("X-Header: value\r\n"));
        }
    }

    static void bodyWithoutEnd(String request, OutputStream output) throws IOException {
        output.write(bytes("HTTP/1.1 200 OK\r\n\r\n"));
        while (true) {
            output.write(new byte[10_000]);
        }
    }

    static void trickle(String request, OutputStream output) throws IOException {
        output.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: 7000\r\n\r\n"));
        while (true) {
            output.write('x');
            output.flush();
            wait(output, Duration.ofMillis(100));
        }
    }

    static void large(OutputStream output, byte[] body) throws IOException {
        output.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n"));
        output.write(body);
    }

    static void wait(OutputStream output, Duration time) throws IOException {
        output.flush();
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
