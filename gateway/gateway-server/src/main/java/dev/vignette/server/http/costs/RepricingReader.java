package dev.vignette.server.http.costs;

import dev.vignette.engine.cost.Repriced.Ask;
import dev.vignette.engine.request.Client;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.server.http.read.JsonMembers;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** Reads whose charges of which period are to be priced anew. */
final class RepricingReader {
    private static final Set<String> KNOWN = Set.of("provider", "from", "to", "dry_run");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TIME = 40;
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final String TIME_RULE = "must be an RFC 3339 time or a date";

    private RepricingReader() {}

    /** Unless the body says otherwise nothing is written. */
    static Ask read(Client operator, Policy policy, byte[] body) {
        JsonMembers members = JsonMembers.read(body, KNOWN);
        String provider = members.text("provider", LONGEST_NAME);
        Instant from = members.meaning("from", LONGEST_TIME, RepricingReader::time, TIME_RULE);
        Instant to = members.meaning("to", LONGEST_TIME, RepricingReader::time, TIME_RULE);
        boolean dryRun = members.flag("dry_run", true);
        if (!provider.isEmpty() && !isConfigured(policy, provider)) {
            members.fault("provider", "must be a provider that is configured");
        }
        if (from != null && to != null && !from.isBefore(to)) {
            members.fault("to", "must be after from");
        }
        members.refuseFaults();
        return new Ask(
                operator.name(),
                provider,
                Optional.ofNullable(from).orElseThrow(),
                Optional.ofNullable(to).orElseThrow(),
                dryRun);
    }

    private static boolean isConfigured(Policy policy, String provider) {
        return policy.providers().containsKey(provider) || policy.unusable().containsKey(provider);
    }

    /** Rows hold moments up to the year 2262. */
    private static Optional<Instant> time(String text) {
        try {
            Instant time =
                    text.length() == "2026-11-20".length()
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : OffsetDateTime.parse(text).toInstant();
            return Optional.of(time)
                    .filter(moment -> !moment.isBefore(Instant.EPOCH))
                    .filter(moment -> moment.isBefore(LATEST));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
