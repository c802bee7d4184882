package dev.vignette.ledger;

import dev.vignette.id.AttemptId;
import dev.vignette.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An amount moved from one account to another: the double entry. Since one transfer is both its
 * sides, no account can be moved without the other. Written once and never changed.
 *
 * @param key what makes it this transfer and no other; the same one is written only once
 * @param from the account that is credited
 * @param to the account that is debited, another one
 * @param amount more than zero
 * @param client whose account it is
 * @param provider who is owed
 * @param attempt the attempt it belongs to; {@code null} for what a provider takes for a month
 * @param at when it was written
 * @param countsAt the moment whose periods it counts in: what is released frees the period it was
 *     held in
 */
public record Transfer(
        String key,
        Account from,
        Account to,
        Money amount,
        String client,
        String provider,
        @Nullable AttemptId attempt,
        Instant at,
        Instant countsAt) {
    private static final String HOLD = "hold/";
    private static final String RELEASE = "release/";
    private static final String SUSPENSE = "suspense/";
    private static final String SETTLED = "settled/";

    public Transfer {
        if (amount.micros() <= 0 || from == to) {
            throw new IllegalArgumentException("something is moved from one account to another");
        }
    }

    /** How much more of a budget is used by it, in millionths; negative when less is. */
    public long used() {
        long more = to.used() ? amount.micros() : 0;
        long less = from.used() ? amount.micros() : 0;
        return more - less;
    }

    /** Sets aside what an attempt may cost; empty when that is nothing. */
    public static Optional<Transfer> hold(
            AttemptId attempt, Money amount, String client, String provider, Instant at) {
        return amount.micros() == 0
                ? Optional.empty()
                : Optional.of(
                        new Transfer(
                                HOLD + attempt.value(),
                                Account.COMMITTED,
                                Account.HELD,
                                amount,
                                client,
                                provider,
                                attempt,
                                at,
                                at));
    }

    /**
     * What is open of an attempt until a line settles it.
     *
     * @param key the transfer's key
     * @param undone the key of the transfer that takes it back; while there is none it is open
     */
    public record Pending(String key, String undone) {}

    /**
     * What a line settles of its attempt: a charge what is held, a correction what was left in
     * suspense; empty for a line without an attempt.
     */
    public static Optional<Pending> settledBy(Line line) {
        AttemptId attempt = line.work().attempt();
        if (attempt == null) {
            return Optional.empty();
        }
        String id = attempt.value();
        return Optional.of(
                switch (line) {
                    case Charge _ -> new Pending(HOLD + id, RELEASE + id);
                    case Correction _ -> new Pending(SUSPENSE + id, SETTLED + id);
                });
    }

    /**
     * What a line of the ledger moves. A charge releases what was held for its attempt; when it has
     * no amount, that much stays in suspense, for unknown is never zero, until a correction says
     * what it was.
     *
     * @param pending what the line settles, as long as that is open
     */
    public static List<Transfer> of(Line line, Optional<Transfer> pending) {
        List<Transfer> transfers = new ArrayList<>();
        Optional<Money> amount = line.billing().cost().amount();
        switch (line) {
            case Charge _ -> {
                pending.ifPresent(held -> transfers.add(held.undone(RELEASE, line.at())));
                if (amount.isEmpty()) {
                    pending.ifPresent(held -> transfers.add(held.suspended(line.at())));
                }
            }
            case Correction _ -> {
                if (amount.isPresent()) {
                    pending.ifPresent(left -> transfers.add(left.undone(SETTLED, line.at())));
                }
            }
        }
        amount.filter(owed -> owed.micros() != 0)
                .ifPresent(owed -> transfers.add(owed(line, owed)));
        return transfers;
    }

    private static Transfer owed(Line line, Money amount) {
        Account side = line.work().payer() == Payer.OPERATOR ? Account.LOST : Account.SPENT;
        boolean more = amount.micros() > 0;
        return new Transfer(
                line.type() + "/" + line.id(),
                more ? Account.PAYABLE : side,
                more ? side : Account.PAYABLE,
                new Money(Math.abs(amount.micros()), amount.currency()),
                line.work().client(),
                line.work().provider(),
                line.work().attempt(),
                line.at(),
                line.at());
    }

    private Transfer undone(String prefix, Instant now) {
        return new Transfer(
                prefix + subject(), to, from, amount, client, provider, attempt, now, countsAt);
    }

    private Transfer suspended(Instant now) {
        return new Transfer(
                SUSPENSE + subject(),
                Account.PAYABLE,
                Account.SUSPENSE,
                amount,
                client,
                provider,
                attempt,
                now,
                now);
    }

    private String subject() {
        return key.substring(key.indexOf('/') + 1);
    }
}
