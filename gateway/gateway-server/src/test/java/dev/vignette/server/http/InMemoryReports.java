package dev.vignette.server.http;

import dev.vignette.store.CostQuery;
import dev.vignette.store.CostReports;
import dev.vignette.store.CostRow;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A ledger that answers with the lines it was given and remembers what it was asked. */
public final class InMemoryReports implements CostReports {
    private final List<CostRow> rows = new CopyOnWriteArrayList<>();
    private final List<CostQuery> asked = new CopyOnWriteArrayList<>();

    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();

    public void add(CostRow row) {
        rows.add(row);
    }

    /** The next report fails inside, for that reason. */
    public void failNextWith(String reason) {
        failure.set(reason);
    }

    public CostQuery asked() {
        return asked.getLast();
    }

    @Override
    public List<CostRow> report(CostQuery query) {
        String reason = failure.getAndSet(null);
        if (reason != null) {
            throw new IllegalStateException(reason);
        }
        asked.add(query);
        return List.copyOf(rows);
    }
}
