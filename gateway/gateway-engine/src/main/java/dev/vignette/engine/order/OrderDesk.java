package dev.vignette.engine.order;

import dev.vignette.engine.route.Choice;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.Production;
import dev.vignette.objects.Content;
import dev.vignette.objects.ObjectKey;
import dev.vignette.objects.ObjectStore;
import dev.vignette.objects.StoreUnavailable;
import dev.vignette.provider.Order;
import dev.vignette.provider.ReferencePhoto;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the order of an attempt: its style, its time and a reference photo the provider can get.
 */
public final class OrderDesk {
    private static final Logger LOG = LoggerFactory.getLogger(OrderDesk.class);
    private static final Duration LINK_MARGIN = Duration.ofMinutes(30);
    private static final Duration LEAST = Duration.ofSeconds(1);

    /** What an operator ordered has time of its own: its generation's may be over. */
    private static final Duration OPERATORS_TIME = Duration.ofMinutes(10);

    private final ObjectStore photos;
    private final ObjectStore pictures;
    private final CallbackLinks links;
    private final Clock clock;

    /**
     * @param photos where reference photos are kept
     * @param pictures the store of pictures, which may lend a photo a link of its own
     * @param links our own links to photos
     * @param clock tells the time
     */
    public OrderDesk(ObjectStore photos, ObjectStore pictures, CallbackLinks links, Clock clock) {
        this.photos = photos;
        this.pictures = pictures;
        this.links = links;
        this.clock = clock;
    }

    /** Whether that store can lend photos links of its own that a provider can reach. */
    public static boolean lendsLinks(ObjectStore pictures) {
        return strangersLink(pictures, new ObjectKey("photos/probe"), LINK_MARGIN).isPresent();
    }

    /**
     * The order.
     *
     * @throws StoreUnavailable when the reference photo cannot be read now
     */
    public Order write(Production production, Attempt attempt, Choice choice) {
        Duration left = timeLeft(production, attempt);
        return new Order(
                attempt.id(),
                production.request().kind(),
                attempt.pictures(),
                attempt.firstPicture(),
                choice.assessment()
                        .style(production.request().style())
                        .forPicture(attempt.firstPicture()),
                photo(production, attempt, left),
                left.compareTo(LEAST) < 0 ? LEAST : left,
                links.webhook(attempt.id(), attempt.provider()).orElse(null));
    }

    /**
     * Whether the provider's list shows of every order which attempt it is for: its photo travels
     * by a link that names it.
     */
    public boolean marksOrders() {
        return links.reachable() || lendsLinks(pictures);
    }

    private Duration timeLeft(Production production, Attempt attempt) {
        return switch (attempt.mandate()) {
            case ASKED, RESUBMITTED, TOP_UP ->
                    Duration.between(clock.instant(), production.deadline());
            case OPERATOR -> OPERATORS_TIME;
        };
    }

    private ReferencePhoto photo(Production production, Attempt attempt, Duration left) {
        Optional<URI> own = links.photo(attempt.id(), production);
        if (own.isPresent()) {
            requireThere(production);
        }
        Optional<URI> link = own.or(() -> lent(production, attempt, left));
        if (link.isPresent()) {
            return new ReferencePhoto(
                    production.request().photo(), link.get(), () -> read(production));
        }
        byte[] content = read(production);
        return new ReferencePhoto(production.request().photo(), null, () -> content);
    }

    /** A provider that follows our link to nothing says that the request is at fault. */
    private void requireThere(Production production) {
        if (photos.find(production.photo()).isEmpty()) {
            throw gone(production);
        }
    }

    /**
     * A pre-signed link of the picture store, where it has links that strangers can reach. The
     * attempt stands in its fragment, which nobody sends to a server and lists show all the same.
     */
    private Optional<URI> lent(Production production, Attempt attempt, Duration left) {
        Optional<URI> link = strangersLink(pictures, production.photo(), left.plus(LINK_MARGIN));
        if (link.isEmpty()) {
            return link;
        }
        try {
            pictures.put(
                    production.photo(),
                    Content.of(read(production), production.request().photo().type().mediaType()));
            return link.map(address -> URI.create(address + "#" + attempt.id().value()));
        } catch (StoreUnavailable e) {
            LOG.warn(
                    "{}: the picture store cannot lend the photo a link now; it travels inline",
                    production.source(),
                    e);
            return Optional.empty();
        }
    }

    private static Optional<URI> strangersLink(ObjectStore store, ObjectKey key, Duration life) {
        return store.link(key, life).filter(address -> "https".equals(address.getScheme()));
    }

    private byte[] read(Production production) {
        Optional<InputStream> stored = photos.open(production.photo());
        if (stored.isEmpty()) {
            throw gone(production);
        }
        try (InputStream in = stored.get()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new StoreUnavailable(
                    "the reference photo of " + production.source() + " cannot be read", e);
        }
    }

    private static StoreUnavailable gone(Production production) {
        return new StoreUnavailable(
                "the reference photo of " + production.source() + " is gone",
                new IOException("no such object"));
    }
}
