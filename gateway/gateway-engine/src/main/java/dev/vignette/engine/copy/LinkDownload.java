package dev.vignette.engine.copy;

import dev.vignette.engine.intake.PictureHeader;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.fetch.FetchRules;
import dev.vignette.fetch.Fetched;
import dev.vignette.fetch.GuardedFetch;
import dev.vignette.objects.ObjectKey;
import dev.vignette.provider.Asset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The download of one picture: tries its links, one after the other, until one brings it into the
 * spool. What a broken try has brought is kept for the next one, until this is closed.
 */
final class LinkDownload implements AutoCloseable {
    /** Answers that say "not now": request timeout, too early, too many requests. */
    private static final Set<Integer> NOT_NOW = Set.of(408, 425, 429);

    /** Answers that say "not by this link". */
    private static final Set<Integer> DENIED = Set.of(401, 403, 404, 410);

    private static final int SERVER_ERROR = 500;

    private final ObjectKey key;
    private final GuardedFetch fetch;
    private final Spool spool;
    private final Throughput throughput;
    private final Surroundings around;
    private final Map<URI, LinkLanding> landings = new HashMap<>();

    LinkDownload(
            ObjectKey key,
            GuardedFetch fetch,
            Spool spool,
            Throughput throughput,
            Surroundings around) {
        this.key = key;
        this.fetch = fetch;
        this.spool = spool;
        this.throughput = throughput;
        this.around = around;
    }

    /** Tries each link once, in that lane. */
    Outcome tryOnce(Asset.Linked source, FetchRules rules, Lanes.Lane lane) {
        Outcome best = new Outcome.Useless("nothing", "there is no link");
        for (URI link :
                Stream.concat(Stream.of(source.link()), source.mirrors().stream()).toList()) {
            Outcome outcome = attempt(link, rules, lane);
            if (outcome instanceof Outcome.Arrived || outcome instanceof Outcome.Crawling) {
                return outcome;
            }
            best = best.orBetter(outcome);
        }
        return best;
    }

    /** Gives up what has come of the picture; what is complete stays. */
    @Override
    public void close() throws IOException {
        for (LinkLanding landing : landings.values()) {
            landing.close();
        }
    }

    private Outcome attempt(URI link, FetchRules rules, Lanes.Lane lane) {
        try {
            if (spool.isFull()) {
                throw new SpoolFull(); // before the server sends what has no room
            }
            return attempt(link, landing(link), rules, lane);
        } catch (UncheckedIOException | IOException e) {
            drop(link);
            return new Outcome.Passing(
                    "it could not be kept here", "the spool cannot take it: " + e.getMessage());
        }
    }

    private Outcome attempt(URI link, LinkLanding landing, FetchRules rules, Lanes.Lane lane)
            throws IOException {
        landing.occupy(lane);
        try (var _ = throughput.begin()) {
            return switch (fetch.fetch(link, rules, landing)) {
                case Fetched.Complete _ -> arrived(landing);
                case Fetched.TooLarge _ -> noPicture(landing, "more bytes than a picture may have");
                case Fetched.Answered(int status) -> answered(status);
                case Fetched.Broken(String cause) ->
                        landing.crawled() ? new Outcome.Crawling() : passing(cause);
                case Fetched.Forbidden(String cause) ->
                        new Outcome.Useless("an address that may not be fetched", cause);
            };
        } finally {
            landing.leave();
        }
    }

    private LinkLanding landing(URI link) throws IOException {
        LinkLanding known = landings.get(link);
        if (known != null) {
            return known;
        }
        LinkLanding landing = new LinkLanding(spool.begin(key), throughput, around);
        landings.put(link, landing);
        return landing;
    }

    /** Room that is not used is given back, or nobody would ever find enough. */
    private void drop(URI link) {
        LinkLanding dropped = landings.remove(link);
        if (dropped == null) {
            return;
        }
        try {
            dropped.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome arrived(LinkLanding landing) throws IOException {
        SpoolPart part = landing.part();
        if (part.header() instanceof PictureHeader.Known header) {
            return arrived(part.finish(header));
        }
        // ModelsLab may hand out a link to a file that holds the picture as Base64 text.
        try (SpoolPart decoded = spool.begin(key)) {
            boolean text = Base64Text.decodeFile(part.path(), decoded);
            if (text && decoded.header() instanceof PictureHeader.Known header) {
                return arrived(decoded.finish(header));
            }
        }
        return noPicture(landing, "something that is no picture");
    }

    private Outcome arrived(SpooledPicture picture) {
        throughput.complete(picture.bytes());
        return new Outcome.Arrived(picture);
    }

    private static Outcome noPicture(LinkLanding landing, String reason) throws IOException {
        landing.begin(null);
        return useless(reason);
    }

    private static Outcome answered(int status) {
        String reason = "HTTP status " + status;
        if (status >= SERVER_ERROR || NOT_NOW.contains(status)) {
            return passing("the server answered with " + reason);
        }
        return DENIED.contains(status) ? new Outcome.Denied(reason) : useless(reason);
    }

    private static Outcome useless(String reason) {
        return new Outcome.Useless(reason, "the link gave " + reason);
    }

    private static Outcome passing(String reason) {
        return new Outcome.Passing(reason, reason);
    }
}
