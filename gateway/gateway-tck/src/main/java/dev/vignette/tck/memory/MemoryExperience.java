package dev.vignette.tck.memory;

import static java.util.Comparator.comparing;

import dev.vignette.generation.Generation;
import dev.vignette.generation.Origin;
import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Line;
import dev.vignette.portrait.Kind;
import dev.vignette.store.Experience;
import dev.vignette.store.LedgerEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What charges and generations in memory tell of earlier requests. */
final class MemoryExperience implements Experience {
    private final MemoryRows rows;

    MemoryExperience(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Duration> took(String provider, Kind kind, Instant since, int most) {
        return rows.transact(() ->
                rows.ledger.reversed().stream()
                        .map(LedgerEntry::line)
                        .filter(line -> line instanceof Charge && !line.at().isBefore(since))
                        .map(Line::work)
                        .filter(work -> work.provider().equals(provider) && work.kind() == kind)
                        .filter(work -> work.outcome().equals("succeeded"))
                        .flatMap(work -> Stream.ofNullable(work.took()))
                        .limit(most)
                        .toList());
    }

    @Override
    public Served served(String client, Kind kind, Instant since, int most) {
        return rows.transact(() -> {
            List<Generation> latest =
                    rows.generations.values().stream()
                            .map(GenerationRow::read)
                            .filter(made -> made.client().equals(client))
                            .filter(made -> made.request().portrait().kind() == kind)
                            .filter(made -> !made.createdAt().isBefore(since))
                            .sorted(comparing(Generation::createdAt).reversed())
                            .limit(most)
                            .toList();
            long unbought =
                    latest.stream()
                            .filter(made -> !(made.origin() instanceof Origin.Bought))
                            .count();
            return new Served(latest.size(), unbought);
        });
    }
}
