package dev.vignette.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.server.proof.App.Wish;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that stands still for a while, with orders at every stage, sends none twice. */
@Tag("proof")
class FrozenIT {
    private static final int FREEZES = 3;
    private static final int AT_ONCE = 12;

    /** Longer than a permit to send may be old. */
    private static final long FROZEN = TimeUnit.MILLISECONDS.toNanos(2_500);

    @TempDir Path directory;

    @Test
    void nothingIsBoughtTwice() throws Exception {
        try (Market market = Market.open();
                Mortal gateway = Mortal.in(directory, market, true, Map.of())) {
            App app = new App(gateway.address());
            gateway.start();

            List<String> ids = new ArrayList<>();
            for (int freeze = 0; freeze < FREEZES; freeze++) {
                for (int i = 0; i < AT_ONCE; i++) {
                    ids.add(begun(app));
                }
                gateway.program().freeze();
                LockSupport.parkNanos(FROZEN);
                gateway.program().thaw();
            }

            gateway.program()
                    .await("not all end", () -> ids.stream().allMatch(id -> made(app, id)));
            Reckoning reckoning =
                    Reckoning.of(market, gateway.ledger(app), app.generations(), List.of());
            assertThat(reckoning.orders()).isEqualTo(ids.size());
            assertThat(reckoning.duplicates()).isEmpty();
            assertThat(reckoning.losses()).isEmpty();
        }
    }

    private static String begun(App app) {
        return Http.read(app.ask(Wish.of("portrait_series", 1, 120)).orElseThrow().body())
                .path("id")
                .asText();
    }

    private static boolean made(App app, String id) {
        return app.generation(id).orElseThrow().path("status").asText().equals("succeeded");
    }
}
