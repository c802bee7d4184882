package dev.vignette.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** Puts a reply on the line. An exchange that is closed before its body is complete is cut. */
final class ReplyWriter {

    private ReplyWriter() {}

    static void write(Reply reply, HttpExchange exchange) throws IOException, InterruptedException {
        switch (reply) {
            case Reply.Whole whole -> writeWhole(whole, exchange);
            case Reply.Cut() -> exchange.close();
            case Reply.Half(Reply.Whole whole) -> {
                OutputStream out = head(whole, exchange);
                out.write(whole.body().array(), 0, whole.body().length() / 2);
                out.flush();
            }
            case Reply.Dribbled(Reply.Whole whole, Duration between) ->
                    dribble(whole, between, exchange);
            case Reply.Late(Reply later, Duration delay) -> {
                Thread.sleep(delay);
                write(later, exchange);
            }
        }
    }

    private static void writeWhole(Reply.Whole whole, HttpExchange exchange) throws IOException {
        head(whole, exchange).write(whole.body().array());
    }

    private static void dribble(Reply.Whole whole, Duration between, HttpExchange exchange)
            throws IOException, InterruptedException {
        OutputStream out = head(whole, exchange);
        for (byte next : whole.body().array()) {
            out.write(next);
            out.flush();
            Thread.sleep(between);
        }
    }

    private static OutputStream head(Reply.Whole whole, HttpExchange exchange) throws IOException {
        whole.headers().forEach(exchange.getResponseHeaders()::set);
        int length = whole.body().length();
        // To the JDK's server 0 means "unknown" and -1 "none".
        exchange.sendResponseHeaders(whole.status(), length == 0 ? -1 : length);
        return exchange.getResponseBody();
    }
}
