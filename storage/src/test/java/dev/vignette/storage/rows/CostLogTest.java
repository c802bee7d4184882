package dev.vignette.storage.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vignette.generation.Attempt;
import dev.vignette.money.Cost;
import dev.vignette.store.Proposal;
import dev.vignette.tck.store.Eventually;
import dev.vignette.tck.store.Progress;
import dev.vignette.tck.store.Purchase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CostLogTest extends SqliteStores {

    @Test
    void writesOneLineForEachChargeInTheirOrder() {
        charge(10);

        Eventually.isTrue("all are written", () -> sequences().size() == 10);
        assertThat(sequences()).containsExactlyElementsOf(upTo(10));
    }

    @Test
    void writesEveryMemberOfACharge() {
        Proposal.Buy buy = Purchase.valid().proposal();
        generations().accept(buy);
        Attempt ended = Progress.succeeded(buy.production().attempts().getFirst());
        productions().conclude(ended, Progress.charge(buy, ended), List.of());

        Eventually.isTrue("it is written", () -> lines().size() == 1);

        assertThat(lines().getFirst().replaceFirst("chg_\\d+", "chg_1"))
                .isEqualTo(
                        """
                        {"sequence":1,"charge_id":"chg_1","type":"charge",\
                        "charged_at":"2026-11-20T10:00:31.123456789Z","provider":"replicate",\
                        "adapter":"replicate","model":"flux-kontext-apps/portrait-series",\
                        "model_version":"a7cb","provider_id":"job-ATTEMPT","generation_id":"GENERATION",\
                        "attempt":1,"client":"shop","kind":"portrait_series","images":2,\
                        "gpu_seconds":12.50,"quantity":2,"unit":"image","unit_price":"0.04",\
                        "amount":"0.08","currency":"USD","certainty":"price_book",\
                        "price_version":"replicate/*/image/0.04USD/2026-01-01",\
                        "outcome":"succeeded","labels":{"cost_center":"web-42"},"sandbox":true}\
                        """
                                .replace("GENERATION", buy.generation().id().value())
                                .replace("ATTEMPT", ended.id().value()));
    }

    @Test
    void writesAnUnknownAmountAsNullAndNeverAsZero() {
        Proposal.Buy buy = Purchase.valid().proposal();
        generations().accept(buy);
        Attempt ended = Progress.succeeded(buy.production().attempts().getFirst());
        productions()
                .conclude(
                        ended,
                        Progress.charge(buy, ended, Cost.UNPRICED, Progress.ENDED),
                        List.of());

        Eventually.isTrue("it is written", () -> lines().size() == 1);

        assertThat(lines().getFirst())
                .contains("\"amount\":null,\"currency\":null,\"certainty\":\"unpriced\"");
    }

    @Test
    void goesOnAfterARestartWithoutGapOrRepetition() {
        charge(4);
        reopen();
        charge(4);

        Eventually.isTrue("all are written", () -> sequences().size() == 8);
        assertThat(sequences()).containsExactlyElementsOf(upTo(8));
    }

    @Test
    void writesALineAgainThatACrashCutOff() throws IOException {
        charge(4);
        rows.close();
        Path log = directory.resolve("logs/cost.jsonl");
        byte[] whole = Files.readAllBytes(log);
        Files.write(log, Arrays.copyOf(whole, whole.length - 7));

        open();

        Eventually.isTrue("it is whole again", () -> sequences().size() == 4);
        assertThat(Files.readAllBytes(log)).isEqualTo(whole);
    }

    @Test
    void writesWhatWasChargedWhileItWasNotRunning() throws IOException {
        charge(4);
        rows.close();
        Files.delete(directory.resolve("logs/cost.jsonl"));

        open();

        Eventually.isTrue("all are written", () -> sequences().size() == 4);
        assertThat(sequences()).containsExactlyElementsOf(upTo(4));
    }

    @Test
    void beginsANewFileWhenOneIsLargeAndGoesOnAfterIt() throws IOException {
        charge(6);
        Path other = Files.createDirectory(directory.resolve("other"));
        try (CostLog log = new CostLog(other, ledger(), 1)) {
            log.nudge();
        }
        charge(2);

        try (CostLog log = new CostLog(other, ledger(), 1)) {
            log.nudge();
        }

        try (Stream<Path> files = Files.list(other.resolve("logs"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "cost.jsonl",
                            "cost-0000000000000000006.jsonl",
                            "cost-0000000000000000008.jsonl");
        }
        assertThat(read(other.resolve("logs/cost-0000000000000000008.jsonl"))).hasSize(2);
    }

    @Test
    void refusesALogThatItCannotHaveWritten() throws IOException {
        rows.close();
        Path log = directory.resolve("logs/cost.jsonl");
        Files.writeString(log, "not a line of ours\n", StandardOpenOption.CREATE);

        try {
            assertThatThrownBy(this::open).isInstanceOf(UncheckedIOException.class);
        } finally {
            Files.delete(log);
        }
        open();
    }

    private void charge(int number) {
        for (int i = 0; i < number / 2; i++) {
            Proposal.Buy buy = Purchase.valid().proposal();
            generations().accept(buy);
            Progress.deliver(productions(), buy);
        }
    }

    private List<Long> sequences() {
        return lines().stream()
                .map(line -> Long.valueOf(line.replaceAll("^.\"sequence\":(\\d+),.*", "$1")))
                .toList();
    }

    private List<String> lines() {
        Path log = directory.resolve("logs/cost.jsonl");
        return Files.exists(log) ? read(log) : List.of();
    }

    private static List<String> read(Path log) {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
