package dev.vignette.server.http;

import dev.vignette.ledger.Line;
import dev.vignette.store.CostPages;
import dev.vignette.store.LedgerEntry;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A ledger that gives out the lines it was given, page by page. */
public final class InMemoryPages implements CostPages {
    private final List<LedgerEntry> lines = new CopyOnWriteArrayList<>();
    private final List<Done> done = new CopyOnWriteArrayList<>();
    private final List<Saving> savings = new CopyOnWriteArrayList<>();

    public void add(Line line) {
        lines.add(new LedgerEntry(lines.size() + 1L, line));
    }

    public void add(Done work) {
        done.add(work);
    }

    public void add(Saving saving) {
        savings.add(saving);
    }

    @Override
    public Extent extent(Instant from, Instant to) {
        List<LedgerEntry> within =
                lines.stream()
                        .filter(entry -> !entry.line().at().isBefore(from))
                        .filter(entry -> entry.line().at().isBefore(to))
                        .toList();
        long unpriced =
                within.stream()
                        .filter(entry -> entry.line().billing().cost().money() == null)
                        .count();
        return new Extent(from, to, lines.size() + done.size(), unpriced);
    }

    @Override
    public List<LedgerEntry> lines(Extent extent, long sequence, int limit) {
        return lines.stream()
                .filter(entry -> entry.sequence() > sequence)
                .filter(entry -> within(extent, entry.line().at()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Done> done(Extent extent, long sequence, int limit) {
        return done.stream()
                .filter(work -> work.sequence() > sequence)
                .filter(work -> within(extent, work.charge().at()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Saving> savings(Instant from, Instant to, @Nullable Saving after, int limit) {
        int begin = after == null ? 0 : savings.indexOf(after) + 1;
        return savings.stream()
                .skip(begin)
                .filter(saving -> !saving.at().isBefore(from) && saving.at().isBefore(to))
                .limit(limit)
                .toList();
    }

    private static boolean within(Extent extent, Instant at) {
        return !at.isBefore(extent.from()) && at.isBefore(extent.to());
    }
}
