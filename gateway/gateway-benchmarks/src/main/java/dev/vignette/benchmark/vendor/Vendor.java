package dev.vignette.benchmark.vendor;

import dev.vignette.benchmark.process.Api;
import dev.vignette.benchmark.process.Child;
import java.net.URI;
import java.net.http.HttpRequest;

/**
 * A vendor that runs.
 *
 * @param process its process
 * @param base the address of its API
 * @param control where it is told what to do
 * @param credential what it accepts
 */
public record Vendor(Child process, URI base, URI control, String credential)
        implements AutoCloseable {

    /** The vendor that has said it is ready, with base, control and credential in one line. */
    public static Vendor of(Child process, String ready) {
        String[] words = ready.split(" ", -1);
        return new Vendor(process, URI.create(words[0]), URI.create(words[1]), words[2]);
    }

    /** The line to say when ready. */
    static String ready(URI base, URI control, String credential) {
        return "vendor " + base + " " + control + " " + credential;
    }

    /** Sends a control call. */
    public void tell(String path, String body) {
        var answer =
                Api.send(
                        HttpRequest.newBuilder(URI.create(control + path))
                                .PUT(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the vendor refused: " + answer.body());
        }
    }

    @Override
    public void close() {
        process.close();
    }

    @Override
    public String toString() {
        return "Vendor[" + base + "]";
    }
}
