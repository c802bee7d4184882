package dev.vignette.store;

import dev.vignette.ledger.Charge;
import dev.vignette.money.Money;
import java.time.YearMonth;

/**
 * What a provider takes for a month, while it is shared out over the pictures delivered in it.
 *
 * @param month the month, in UTC
 * @param charge its charge
 * @param amount what is shared out: the charge with its corrections
 * @param last the place in the ledger of the last charge that takes part
 * @param pictures how many pictures take part: those charged by the month when the sharing began
 * @param sharedPictures how many of them have their share
 * @param sharedUpTo the place of the last charge that has its share; 0 when none has
 */
public record MonthlyFee(
        YearMonth month,
        Charge charge,
        Money amount,
        long pictures,
        long last,
        long sharedPictures,
        long sharedUpTo) {

    /** The same after that charge got its share. */
    public MonthlyFee shared(LedgerEntry entry) {
        return new MonthlyFee(
                month,
                charge,
                amount,
                pictures,
                last,
                sharedPictures + entry.line().work().images(),
                entry.sequence());
    }
}
