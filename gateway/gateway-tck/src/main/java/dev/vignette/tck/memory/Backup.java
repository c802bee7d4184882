package dev.vignette.tck.memory;

import dev.vignette.generation.Evidence;
import dev.vignette.generation.Orphan;
import dev.vignette.id.ErasureId;
import dev.vignette.id.ProductionId;
import dev.vignette.ledger.Transfer;
import dev.vignette.store.AuditEntry;
import dev.vignette.store.ConfigurationVersion;
import dev.vignette.store.Erasure;
import dev.vignette.store.LedgerEntry;
import dev.vignette.tck.memory.MemoryRows.ClientKey;
import dev.vignette.tck.memory.MemoryRows.InboxKey;
import dev.vignette.tck.memory.MemoryRows.InboxRow;
import dev.vignette.tck.memory.MemoryRows.UsedKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All rows as they were at one moment. */
public final class Backup {
    private final List<GenerationRow> generations;
    private final List<ProductionRow> productions;
    private final Map<ClientKey, UsedKey> keys;
    private final Map<ErasureId, Erasure> erasures;
    private final List<LedgerEntry> ledger;
    private final List<Transfer> transfers;
    private final List<ProductionId> agenda;
    private final List<Orphan> orphans;
    private final List<Evidence> evidence;
    private final Map<InboxKey, InboxRow> inbox;
    private final List<AuditEntry> audit;
    private final List<ConfigurationVersion> configurations;
    private final MemoryAccounts accounts;
    private final @Nullable Instant lastDeparture;

    Backup(MemoryRows rows) {
        generations = rows.generations.values().stream().map(GenerationRow::copy).toList();
        productions = rows.productions.values().stream().map(ProductionRow::copy).toList();
        keys = Map.copyOf(rows.keys);
        erasures = new LinkedHashMap<>(rows.erasures);
        ledger = List.copyOf(rows.ledger);
        transfers = rows.transfers.all();
        agenda = List.copyOf(rows.agenda);
        orphans = List.copyOf(rows.orphans);
        evidence = List.copyOf(rows.evidence);
        inbox = new LinkedHashMap<>(rows.inbox);
        audit = List.copyOf(rows.audit);
        configurations = List.copyOf(rows.configurations);
        accounts = new MemoryAccounts(rows.accounts);
        lastDeparture = rows.lastDeparture;
    }

    void into(MemoryRows rows) {
        clear(rows);
        generations.stream()
                .map(GenerationRow::copy)
                .forEach(row -> rows.generations.put(row.read().id(), row));
        productions.stream()
                .map(ProductionRow::copy)
                .forEach(row -> rows.productions.put(row.read().id(), row));
        rows.keys.putAll(keys);
        rows.erasures.putAll(erasures);
        rows.ledger.addAll(ledger);
        rows.transfers.become(transfers);
        rows.agenda.addAll(agenda);
        rows.orphans.addAll(orphans);
        rows.evidence.addAll(evidence);
        rows.inbox.putAll(inbox);
        rows.audit.addAll(audit);
        rows.configurations.addAll(configurations);
        rows.accounts.become(accounts);
        rows.lastDeparture = lastDeparture;
    }

    private static void clear(MemoryRows rows) {
        rows.generations.clear();
        rows.productions.clear();
        rows.keys.clear();
        rows.erasures.clear();
        rows.ledger.clear();
        rows.agenda.clear();
        rows.orphans.clear();
        rows.evidence.clear();
        rows.inbox.clear();
        rows.audit.clear();
        rows.configurations.clear();
    }
}
