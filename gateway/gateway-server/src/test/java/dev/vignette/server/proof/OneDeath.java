package dev.vignette.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One gateway dies at one moment and is started again; the app asks again for what it wanted, with
 * the same key.
 */
final class OneDeath implements AutoCloseable {
    private final Moment moment;
    private final Market market = Market.open();
    private final Mortal gateway;
    private final App app;
    private final App.Wish wish;

    /**
     * What became of it.
     *
     * @param generation the one generation
     * @param reckoning what was bought, beside what is known and kept
     */
    record Outcome(JsonNode generation, Reckoning reckoning) {}

    private OneDeath(Moment moment, Path directory) throws IOException {
        this.moment = moment;
        this.gateway = Mortal.in(directory, market, moment.shop().callable(), Map.of());
        this.app = new App(gateway.address());
        this.wish = App.Wish.of(moment.shop().kind(), 1, moment.end().deadline());
    }

    /** Plays it to its end. */
    static Outcome at(Moment moment, Path directory) throws Exception {
        try (OneDeath death = new OneDeath(moment, directory)) {
            return death.play();
        }
    }

    private Outcome play() throws Exception {
        vendor().pictureTakes(moment.pictureMillis());
        if (!moment.fault().isEmpty()) {
            vendor().arm(moment.fault());
        }
        Optional<String> promised = die();

        gateway.start();
        if (moment.end() == Moment.End.MADE) {
            vendor().release(); // else it never gets the other half
        }
        String id = id(app.ask(wish)).orElseThrow();
        promised.ifPresent(before -> assertThat(id).isEqualTo(before));

        return outcome(id);
    }

    /** The generation's id, if the gateway lived to tell. */
    private Optional<String> die() throws Exception {
        return switch (moment.way()) {
            case BY_ITSELF -> {
                gateway.startDying(moment.where());
                Optional<String> id = id(app.ask(wish));
                gateway.awaitDeath();
                yield id;
            }
            case KILLED -> {
                gateway.start();
                vendor().hold(moment.where());
                Optional<String> id = id(app.ask(wish));
                gateway.program().await("no order", () -> vendor().held(moment.where()) == 1);
                gateway.kill();
                yield id;
            }
            case CALLED_OFF -> {
                gateway.startDying(moment.where());
                Optional<String> id = id(app.ask(wish));
                gateway.program().await("no order", () -> !vendor().invoice().isEmpty());
                app.cancel(id.orElseThrow());
                gateway.awaitDeath();
                yield id;
            }
        };
    }

    private Outcome outcome(String id) {
        Duration patience = Duration.ofSeconds(moment.end().deadline() + 60L);
        Aftermath aftermath = Aftermath.await(market, gateway, patience);
        return new Outcome(app.generation(id).orElseThrow(), aftermath.reckoning());
    }

    private static Optional<String> id(Optional<HttpResponse<String>> answer) {
        return answer.map(given -> {
            assertThat(given.statusCode()).as(given.body()).isIn(200, 202);
            return Http.read(given.body()).path("id").asText();
        });
    }

    private Vendor vendor() {
        return moment.shop().kind().equals("headshot") ? market.modelslab() : market.replicate();
    }

    @Override
    public void close() {
        gateway.close();
        market.close();
    }
}
