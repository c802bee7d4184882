package dev.vignette.engine.invoice;

import dev.vignette.engine.surroundings.Ids;
import dev.vignette.engine.surroundings.Policies;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.invoice.Finding;
import dev.vignette.invoice.InvoiceCheck;
import dev.vignette.invoice.InvoiceLine;
import dev.vignette.store.AuditEntry;
import dev.vignette.store.InvoiceChecks;
import dev.vignette.store.InvoiceChecks.Settlement;
import dev.vignette.store.InvoiceStaging;
import dev.vignette.store.InvoiceStaging.Pair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Compares the ledger with invoices, makes it agree with them, and closes months. */
public final class Invoices {
    /** What is under way when a month ends is written down within that time. */
    public static final Duration GRACE = Duration.ofHours(1);

    /** Between what a provider calls the time of a job and the end of it here. */
    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    private final InvoiceStaging staging;
    private final InvoiceChecks checks;
    private final Policies policies;
    private final Ids ids;
    private final Clock clock;

    /**
     * @param staging lays an invoice beside the ledger
     * @param checks keeps what was found, and writes it
     * @param policies the providers
     * @param ids names checks
     * @param clock tells the time
     */
    public Invoices(
            InvoiceStaging staging, InvoiceChecks checks, Policies policies, Ids ids, Clock clock) {
        this.staging = staging;
        this.checks = checks;
        this.policies = policies;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Compares, and unless it is a dry run writes what makes the ledger agree.
     *
     * @throws dev.vignette.invoice.InvoiceRefused when the invoice cannot be read; nothing of it is
     *     kept then
     */
    public InvoiceAnswer compare(InvoiceAsk ask, InvoiceSource source) {
        if (ask.close()) {
            Instant closable = ask.period().to().plus(GRACE);
            if (clock.instant().isBefore(closable)) {
                return new InvoiceAnswer.NotOver(closable);
            }
            if (closed(ask)) {
                return new InvoiceAnswer.ClosedBefore();
            }
        }
        InvoiceCheck check = compared(ask, source);
        if (ask.dryRun()) {
            return new InvoiceAnswer.Done(check);
        }
        return check.count(Finding.AMBIGUOUS) > 0
                ? new InvoiceAnswer.Unclear(check)
                : settled(ask, check);
    }

    private boolean closed(InvoiceAsk ask) {
        return checks.closed(ask.provider(), ask.period().wholeMonth().orElseThrow()).isPresent();
    }

    private InvoiceCheck compared(InvoiceAsk ask, InvoiceSource source) {
        InvoiceCheck check =
                InvoiceCheck.begun(
                        ids.invoiceCheck(),
                        ask.provider(),
                        ask.period(),
                        ask.file(),
                        clock.instant(),
                        ask.client(),
                        ask.dryRun());
        staging.begin(check);
        try {
            Batches<InvoiceLine> lines = new Batches<>(some -> staging.add(check.id(), some));
            source.read(lines);
            lines.finish();
            staging.matchJobs(check.id());
            matchTimes(check.id());
            return staging.compare(check.id());
        } catch (RuntimeException e) {
            staging.drop(check.id());
            throw e;
        }
    }

    private void matchTimes(String check) {
        Batches<Pair> pairs = new Batches<>(some -> staging.pair(check, some));
        Batches<Long> unclear = new Batches<>(some -> staging.ambiguous(check, some));
        NearestPairs nearest = new NearestPairs(TOLERANCE, pairs, unclear::accept);
        staging.timed(check, TOLERANCE, nearest::add);
        nearest.finish();
        pairs.finish();
        unclear.finish();
    }

    private InvoiceAnswer settled(InvoiceAsk ask, InvoiceCheck check) {
        Policy policy = policies.inForce();
        Instant now = clock.instant();
        Dating dating = Dating.of(checks, ask.provider(), ask.period(), now);
        Settlement settlement =
                new Settlement(
                        check,
                        dating.at(),
                        dating.earliest(),
                        Optional.ofNullable(policy.providers().get(ask.provider()))
                                .map(ProviderSlot::adapter)
                                .orElse(ask.provider()),
                        policy.sandbox(),
                        ask.close(),
                        new AuditEntry(
                                now,
                                ask.client(),
                                ask.close() ? "reconcile_and_close" : "reconcile",
                                check.id(),
                                summary(check)));
        return switch (checks.settle(settlement)) {
            case DONE -> new InvoiceAnswer.Done(checks.find(check.id()).orElseThrow());
            case MOVED -> new InvoiceAnswer.Moved();
            case CLOSED -> new InvoiceAnswer.ClosedBefore();
        };
    }

    /** For example {@code replicate 2026-11: 12 matched, 1 price_differs}. */
    private static String summary(InvoiceCheck check) {
        StringBuilder text = new StringBuilder(check.provider() + " " + check.period().name());
        String comma = ": ";
        for (Finding finding : Finding.values()) {
            long lines = check.count(finding);
            if (lines > 0) {
                text.append(comma).append(lines).append(' ').append(finding.wireName());
                comma = ", ";
            }
        }
        return text.toString();
    }
}
