package dev.vignette.ledger;

import java.time.Instant;
import java.util.Locale;

/**
 * What a charge turned out to cost more or less than was written down. The charge stays as it is;
 * both together are what it costs.
 *
 * @param id its name, {@code cor_} and a sortable id
 * @param at when it was written; never within a month that is closed for the provider
 * @param charge the id of the charge
 * @param chargedAt when that was written
 * @param work what the charge is about, unchanged
 * @param billing the difference, negative where it cost less, with how well the new amount is
 *     known; the whole amount where none was known
 * @param source who says so
 * @param key what makes it this correction and no other: the same one is written only once
 * @param reason a sentence for those who read the ledger
 */
public record Correction(
        String id,
        Instant at,
        String charge,
        Instant chargedAt,
        Work work,
        Billing billing,
        Source source,
        String key,
        String reason)
        implements Line {

    /** The same, written at another moment. */
    public Correction dated(Instant other) {
        return new Correction(id, other, charge, chargedAt, work, billing, source, key, reason);
    }

    /** Where a correction comes from. */
    public enum Source {
        /** The provider's invoice or usage. */
        INVOICE,
        /** A price that was changed afterwards. */
        PRICES,
        /** The share of what a provider takes for a month. */
        SHARE;

        /** The name on the wire, for example {@code invoice}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
