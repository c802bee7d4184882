package dev.vignette.engine.copy;

import dev.vignette.engine.intake.PictureHeader;
import dev.vignette.fetch.FetchRules;
import dev.vignette.fetch.Fetched;
import dev.vignette.fetch.GuardedFetch;
import dev.vignette.objects.ObjectKey;
import dev.vignette.provider.Asset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Set;
import java.util.stream.Stream;

/** Tries the links of one picture once, one after the other, until one brings it into the spool. */
final class LinkDownload {
    /** Answers that say "not now": request timeout, too early, too many requests. */
    private static final Set<Integer> NOT_NOW = Set.of(408, 425, 429);

    private static final int SERVER_ERROR = 500;

    private final GuardedFetch fetch;
    private final Spool spool;

    LinkDownload(GuardedFetch fetch, Spool spool) {
        this.fetch = fetch;
        this.spool = spool;
    }

    /** What became of one round. */
    sealed interface Outcome {

        /** What happened, for the operator's log. */
        String note();

        /** It is safe. */
        record Arrived(SpooledPicture picture) implements Outcome {
            @Override
            public String note() {
                return "it is in the spool";
            }
        }

        /**
         * The links answered, and not with a picture.
         *
         * @param reason what the link gave, a safe phrase for apps
         * @param note the same for the operator's log
         */
        record Useless(String reason, String note) implements Outcome {}

        /**
         * Something that passes: a broken line, a busy server, a full disk.
         *
         * @param reason what happened, a safe phrase for apps
         * @param note the same for the operator's log
         */
        record Passing(String reason, String note) implements Outcome {}
    }

    Outcome tryOnce(ObjectKey key, Asset.Linked source, FetchRules rules) {
        Outcome worst = new Outcome.Useless("nothing", "there is no link");
        for (URI link :
                Stream.concat(Stream.of(source.link()), source.mirrors().stream()).toList()) {
            Outcome outcome = attempt(key, link, rules);
            if (outcome instanceof Outcome.Arrived) {
                return outcome;
            }
            if (!(worst instanceof Outcome.Passing)) {
                worst = outcome;
            }
        }
        return worst;
    }

    private Outcome attempt(ObjectKey key, URI link, FetchRules rules) {
        try (SpoolPart part = spool.begin(key)) {
            return switch (fetch.fetch(link, rules, part)) {
                case Fetched.Complete _ -> arrived(key, part);
                case Fetched.TooLarge _ -> useless("more bytes than a picture may have");
                case Fetched.Answered(int status) -> answered(status);
                case Fetched.Broken(String cause) -> passing(cause);
                case Fetched.Forbidden(String cause) ->
                        new Outcome.Useless("an address that may not be fetched", cause);
            };
        } catch (UncheckedIOException | IOException e) {
            return new Outcome.Passing(
                    "it could not be kept here", "the spool cannot take it: " + e.getMessage());
        }
    }

    private static Outcome answered(int status) {
        if (status >= SERVER_ERROR || NOT_NOW.contains(status)) {
            return passing("the server answered with HTTP status " + status);
        }
        return useless("HTTP status " + status);
    }

    private static Outcome useless(String reason) {
        return new Outcome.Useless(reason, "the link gave " + reason);
    }

    private static Outcome passing(String reason) {
        return new Outcome.Passing(reason, reason);
    }

    private Outcome arrived(ObjectKey key, SpoolPart part) throws IOException {
        if (part.header() instanceof PictureHeader.Known header) {
            return new Outcome.Arrived(part.finish(header));
        }
        // ModelsLab may hand out a link to a file that holds the picture as Base64 text.
        try (SpoolPart decoded = spool.begin(key)) {
            boolean text = Base64Text.decodeFile(part.path(), decoded);
            if (text && decoded.header() instanceof PictureHeader.Known header) {
                return new Outcome.Arrived(decoded.finish(header));
            }
        }
        return useless("something that is no picture");
    }
}
