package dev.vignette.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Optional;

/** Reads the body of a call. */
@FunctionalInterface
interface BodyReader {

    /** Reads all of it at once. */
    BodyReader WHOLE = exchange -> Optional.of(Bytes.of(exchange.getRequestBody().readAllBytes()));

    /** The whole body, or empty when the connection is to be cut instead. */
    Optional<Bytes> read(HttpExchange exchange) throws IOException, InterruptedException;
}
