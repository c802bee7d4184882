package dev.vignette.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.server.proof.App.Wish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database is put back to what it was before the last order was sent (C20). */
class RestoredBackupIT {
    private static final String DATABASE = "rows.db";

    @TempDir Path directory;

    @Test
    void whatTheBackupDoesNotKnowIsFoundAndNotBoughtAgain() throws Exception {
        Path backup = Files.createDirectory(directory.resolve("backup"));
        try (Market market = Market.open();
                Mortal gateway = Mortal.in(directory.resolve("gateway"), market, true, Map.of())) {
            App app = new App(gateway.address());
            gateway.start();
            make(gateway, app, wish());
            gateway.kill();
            copyDatabase(gateway.data(), backup);
            Wish forgotten = wish();
            gateway.start();
            make(gateway, app, forgotten);
            gateway.kill();

            copyDatabase(backup, gateway.data());
            gateway.startDying("C20");
            gateway.awaitDeath();
            gateway.start();
            String again = begin(app, forgotten);

            gateway.program().await("the job is not found", () -> app.charges() == 2);
            assertThat(app.attempts("orphan")).hasSize(1);
            assertThat(market.invoice()).hasSize(2);
            Aftermath aftermath = calledOff(market, gateway, app, again);
            assertThat(aftermath.reckoning().duplicates()).isEmpty();
            assertThat(aftermath.reckoning().losses()).isEmpty();
            assertThat(aftermath.reckoning().orders()).isEqualTo(2);
        }
    }

    private static Aftermath calledOff(Market market, Mortal gateway, App app, String id) {
        JsonNode waiting = app.generation(id).orElseThrow();
        assertThat(waiting.path("done").asBoolean()).as(waiting.toString()).isFalse();
        app.cancel(id);
        return Aftermath.await(market, gateway, Duration.ofSeconds(60));
    }

    private static void make(Mortal gateway, App app, Wish wish) {
        String id = begin(app, wish);
        gateway.program()
                .await(
                        id + " is not made",
                        () -> app.generation(id).orElseThrow().path("done").asBoolean());
    }

    private static String begin(App app, Wish wish) {
        return Http.read(app.ask(wish).orElseThrow().body()).path("id").asText();
    }

    private static Wish wish() {
        return Wish.of("portrait_series", 1, 240);
    }

    /** The database and what belongs to it, in place of the one that is there. */
    private static void copyDatabase(Path from, Path to) throws IOException {
        for (Path old : parts(to)) {
            Files.delete(old);
        }
        for (Path part : parts(from)) {
            Files.copy(part, to.resolve(part.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<Path> parts(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith(DATABASE))
                    .toList();
        }
    }
}
