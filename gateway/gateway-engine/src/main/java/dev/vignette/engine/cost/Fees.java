package dev.vignette.engine.cost;

import dev.vignette.engine.surroundings.Ids;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.ledger.Billing;
import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Work;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import dev.vignette.money.Price;
import dev.vignette.store.Agenda;
import dev.vignette.store.MonthlyFees;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what providers take for a month, and shares it out when the month is over. An hour
 * later, so that what ended with the month is in the ledger.
 */
public final class Fees {
    /** How a fee's charge says what it is, where others say how an attempt ended. */
    public static final String OUTCOME = "fee";

    private static final Logger LOG = LoggerFactory.getLogger(Fees.class);
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Duration GRACE = Duration.ofHours(1);

    private final MonthlyFees store;
    private final Shares shares;
    private final Ids ids;
    private final Surroundings around;

    /**
     * @param store where they are kept
     * @param ids names charges and corrections
     * @param around what everything lives in
     */
    public Fees(MonthlyFees store, Ids ids, Surroundings around) {
        this.store = store;
        this.shares = new Shares(store, ids);
        this.ids = ids;
        this.around = around;
    }

    /** Has it done again and again, by one gateway at a time. */
    public void begin(Agenda agenda) {
        agenda.every("fees", EVERY, this::sweep);
    }

    /** Writes down what is owed for this month, and shares out what is over. */
    public void sweep() {
        Instant now = around.now();
        around.inForce().prices().prices().stream()
                .map(Price::provider)
                .distinct()
                .forEach(provider -> owe(provider, month(now)));
        store.open(month(now.minus(GRACE))).forEach(shares::giveOut);
    }

    /** Writes down what a provider takes for that month, if it does and that was not done yet. */
    void owe(String provider, YearMonth month) {
        Policy policy = around.inForce();
        policy.prices()
                .fee(provider, month)
                .map(price -> charge(policy, price, month))
                .filter(fee -> store.owe(month, fee))
                .ifPresent(fee ->
                        LOG.info(
                                "{} takes {} for {}; that is in the ledger now",
                                provider,
                                fee.cost().amount().map(Money::text).orElseThrow(),
                                month));
    }

    /** What that price comes to for a month. */
    static Billing billing(Price price) {
        return new Billing(
                new Cost(Money.of(price.amount(), price.currency()), Certainty.PRICE_BOOK),
                BigDecimal.ONE,
                price.per(),
                price.amount(),
                price.listAmount(),
                price.version());
    }

    /** The month of that moment. */
    static YearMonth month(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }

    /** The last moment of a month that lines can be dated to. */
    static Instant end(YearMonth month) {
        return MonthlyFees.begin(month.plusMonths(1)).minusMillis(1);
    }

    private Charge charge(Policy policy, Price price, YearMonth month) {
        Instant now = around.now();
        String adapter =
                Optional.ofNullable(policy.providers().get(price.provider()))
                        .map(ProviderSlot::adapter)
                        .orElse(price.provider());
        Work work =
                new Work(
                        price.provider(),
                        adapter,
                        "",
                        null,
                        null,
                        null,
                        null,
                        0,
                        "",
                        null,
                        0,
                        null,
                        0,
                        null,
                        null,
                        OUTCOME,
                        Map.of(),
                        policy.sandbox());
        Instant at = month(now).equals(month) ? now : end(month);
        return new Charge(ids.charge(), at, work, billing(price));
    }
}
