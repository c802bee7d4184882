package dev.vignette.server.http.focus;

import dev.vignette.server.http.read.AskedPeriod;
import dev.vignette.server.http.read.QueryParameters;
import io.micronaut.http.HttpParameters;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads what to export: which version of FOCUS, and which period. */
final class FocusRequest {
    private static final String VERSION = "1.2";

    private FocusRequest() {}

    static AskedPeriod read(HttpParameters parameters, Instant now) {
        Set<String> known = new TreeSet<>(AskedPeriod.PARAMETERS);
        known.add("version");
        QueryParameters query = new QueryParameters(parameters, known);
        if (parameters.get("version") == null) {
            query.fault("version", "must be given: " + VERSION + " is there");
        }
        query.word("version", List.of(VERSION));
        AskedPeriod period = AskedPeriod.read(query, AskedPeriod.UTC, now);
        query.refuseFaults();
        return period;
    }
}
