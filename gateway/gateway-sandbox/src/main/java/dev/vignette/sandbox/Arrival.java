package dev.vignette.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads the body of an order, where it may be held or cut when half of it is there.
 *
 * @param faults what is armed
 * @param holds where it is to be held
 */
record Arrival(Faults faults, Holds holds) implements BodyReader {

    @Override
    public Optional<Bytes> read(HttpExchange exchange) throws IOException, InterruptedException {
        boolean cut = faults.strikes(CallFault.CUT_HALF_READ);
        if (!cut && !holds.isArmed(Holds.Point.HALF_READ)) {
            return WHOLE.read(exchange);
        }
        InputStream body = exchange.getRequestBody();
        byte[] half = body.readNBytes(length(exchange) / 2);
        if (cut) {
            return Optional.empty();
        }
        holds.pass(Holds.Point.HALF_READ);
        byte[] rest = body.readAllBytes();
        byte[] whole = new byte[half.length + rest.length];
        System.arraycopy(half, 0, whole, 0, half.length);
        System.arraycopy(rest, 0, whole, half.length, rest.length);
        return Optional.of(Bytes.of(whole));
    }

    private static int length(HttpExchange exchange) {
        String announced = exchange.getRequestHeaders().getFirst("Content-Length");
        return announced == null ? 0 : Integer.parseInt(announced);
    }
}
