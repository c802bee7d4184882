package dev.vignette.engine.invoice;

import dev.vignette.engine.surroundings.Waits;
import dev.vignette.engine.watch.CallBudget;
import dev.vignette.invoice.InvoiceLine;
import dev.vignette.invoice.InvoicePeriod;
import dev.vignette.money.Money;
import dev.vignette.money.PriceList;
import dev.vignette.money.PriceUnit;
import dev.vignette.provider.TellsUsage;
import dev.vignette.provider.TellsUsage.UsagePage;
import dev.vignette.provider.TellsUsage.UsedJob;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a provider lists, in the shape of an invoice. An amount is the seconds at the price for a
 * second, where there is one for every kind; else there is none.
 */
final class UsageList implements InvoiceSource {
    private static final int MOST_PAGES = 20_000;

    private final String provider;
    private final TellsUsage list;
    private final InvoicePeriod period;
    private final PriceList prices;
    private final CallBudget budget;
    private final Waits waits;

    UsageList(
            String provider,
            TellsUsage list,
            InvoicePeriod period,
            PriceList prices,
            CallBudget budget,
            Waits waits) {
        this.provider = provider;
        this.list = list;
        this.period = period;
        this.prices = prices;
        this.budget = budget;
        this.waits = waits;
    }

    @Override
    public void read(Consumer<InvoiceLine> lines) {
        long number = 0;
        @Nullable String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            UsagePage.Read read = page(cursor);
            for (UsedJob job : read.jobs()) {
                number++;
                lines.accept(line(number, job));
            }
            cursor = read.next();
            if (cursor == null) {
                return;
            }
        }
        throw new UsageUnread("The provider's list does not end.");
    }

    private UsagePage.Read page(@Nullable String cursor) {
        awaitTurn();
        return switch (list.usage(period.from(), period.to(), cursor)) {
            case UsagePage.Read read -> read;
            case UsagePage.Broken(var failure) -> throw new UsageUnread(failure.detail());
        };
    }

    private void awaitTurn() {
        try {
            for (Duration wait = budget.take(); wait.isPositive(); wait = budget.take()) {
                waits.pause(wait);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new UsageUnread("The gateway is going down.");
        }
    }

    private InvoiceLine line(long number, UsedJob job) {
        return new InvoiceLine(number, job.job(), amount(job), job.createdAt(), job.seconds());
    }

    private @Nullable Money amount(UsedJob job) {
        BigDecimal seconds = job.seconds();
        if (seconds == null) {
            return null;
        }
        return prices.find(provider, null, job.createdAt())
                .filter(price -> price.per() == PriceUnit.SECOND)
                .map(price -> Money.of(price.amount().multiply(seconds), price.currency()))
                .orElse(null);
    }
}
