package dev.vignette.storage.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.Production;
import dev.vignette.id.GenerationId;
import dev.vignette.id.ProductionId;
import dev.vignette.store.LedgerEntry;
import dev.vignette.tck.store.Eventually;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed in the middle of its work; another one takes its directory over. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class KillTest {
    private static final int LINES = 2_000;

    @TempDir Path directory;

    private final List<String> promised = new ArrayList<>();
    private @Nullable Process victim;

    @BeforeEach
    void killInTheMiddleOfItsWork() throws IOException, InterruptedException {
        victim = start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(victim.getInputStream(), UTF_8))) {
            while (promised.size() < LINES) {
                promised.add(lines.readLine());
            }
            assertThatThrownBy(() -> DataDirectory.open(directory))
                    .isInstanceOf(DirectoryInUse.class);
            // By its handle, which leaves open what it had written.
            victim.toHandle().destroyForcibly();
            // What it had said before it died counts as well; the last line may be cut off.
            lines.lines().filter(line -> line.matches("\\w+ \\w+_\\d{12}")).forEach(promised::add);
        }
        victim.waitFor();
    }

    @AfterEach
    void makeSureItIsGone() {
        if (victim != null) {
            victim.destroyForcibly();
        }
    }

    @Test
    void losesNothingThatWasPromisedAndTakesUpTheWork() throws IOException {
        try (DataDirectory held = DataDirectory.open(directory);
                Rows rows = SqliteRows.open(held.path(), Clock.systemUTC())) {

            for (String id : ids("accepted ")) {
                assertThat(rows.generations().find(new GenerationId(id))).isPresent();
            }
            for (String id : ids("charged ")) {
                Production production = rows.productions().find(new ProductionId(id)).orElseThrow();
                assertThat(production.attempts()).extracting(Attempt::charge).doesNotContainNull();
                assertThat(production.pictures()).hasSize(4);
            }
            List<Long> sequences =
                    rows.ledger().after(0, Integer.MAX_VALUE).stream()
                            .map(LedgerEntry::sequence)
                            .toList();
            assertThat(sequences)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, sequences.size()).boxed().toList());
            assertThatTheCostLogCatchesUp(sequences.size());
            assertThatTheWorkIsTakenUp(rows);
        }
    }

    private void assertThatTheCostLogCatchesUp(int charges) throws IOException {
        Path log = directory.resolve("logs/cost.jsonl");
        Eventually.isTrue("the cost log is whole", () -> lines(log) == charges);
        assertThat(Files.readString(log)).endsWith("}\n");
    }

    private void assertThatTheWorkIsTakenUp(Rows rows) {
        Set<String> takenUp = ConcurrentHashMap.newKeySet();
        rows.agenda().begin(production -> takenUp.add(production.value()));
        Eventually.isTrue("all is taken up", () -> takenUp.containsAll(ids("charged ")));
    }

    private List<String> ids(String prefix) {
        return promised.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .toList();
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
