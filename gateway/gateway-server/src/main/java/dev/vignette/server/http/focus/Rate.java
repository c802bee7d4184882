package dev.vignette.server.http.focus;

import dev.vignette.ledger.Billing;
import dev.vignette.money.Certainty;
import dev.vignette.money.Money;
import dev.vignette.money.PriceUnit;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * How an amount comes about (FOCUS 1.2, columns PricingQuantity, PricingUnit, ListUnitPrice and
 * ContractedUnitPrice). Unit price times quantity is the cost, to the last digit.
 *
 * @param quantity how many units
 * @param unit which, a capitalised plural (attribute Unit Format)
 * @param contracted what one costs us
 * @param listed what one costs everybody
 * @param category {@code Standard} or {@code Dynamic} (column PricingCategory)
 */
record Rate(
        BigDecimal quantity,
        String unit,
        BigDecimal contracted,
        BigDecimal listed,
        String category) {
    /** An amount is rounded to its sixth decimal: it is at most so far from the product. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.0000005");

    private static final int SCALE = 6;

    /**
     * By the price that was used, where it makes the amount; else the amount itself, for one of the
     * whole.
     *
     * @param whole what the amount is for when nothing was counted, for example {@code Jobs}
     */
    static Rate of(Billing billing, Money amount, String whole) {
        BigDecimal quantity = billing.quantity();
        BigDecimal price = billing.unitPrice();
        PriceUnit unit = billing.unit();
        if (quantity != null && price != null && unit != null) {
            BigDecimal rest = price.multiply(quantity).subtract(decimal(amount)).abs();
            if (rest.compareTo(ROUNDING) <= 0) {
                BigDecimal listed = billing.listPrice() == null ? price : billing.listPrice();
                return new Rate(quantity, plural(unit), price, listed, "Standard");
            }
        }
        boolean reported = billing.cost().certainty() == Certainty.REPORTED;
        return new Rate(
                BigDecimal.ONE,
                whole,
                decimal(amount),
                decimal(amount),
                reported ? "Dynamic" : "Standard");
    }

    BigDecimal contractedCost() {
        return contracted.multiply(quantity);
    }

    BigDecimal listCost() {
        return listed.multiply(quantity);
    }

    /** The amount in units of its currency. */
    static BigDecimal decimal(Money amount) {
        return BigDecimal.valueOf(amount.micros(), SCALE);
    }

    private static String plural(PriceUnit unit) {
        String name = unit.wireName();
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "s";
    }
}
