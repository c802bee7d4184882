package dev.vignette.server.http.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an amount of money: a decimal text beside its ISO currency. */
final class AmountReader {
    private static final Set<String> PARTS = Set.of("amount", "currency");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}(\\.\\d{1,6})?");
    private static final String RULE =
            "must be an object with an amount above zero as a decimal text of up to six decimals,"
                    + " and an ISO currency";

    private AmountReader() {}

    /** The amount, more than zero; {@code null} when it is absent or at fault, which is noted. */
    static @Nullable Money read(Members members, String name) {
        JsonNode node = members.tree(name);
        if (node == null) {
            return null;
        }
        Optional<Money> read = read(node);
        if (read.isEmpty()) {
            members.fault(name, RULE);
        }
        return read.orElse(null);
    }

    private static Optional<Money> read(JsonNode node) {
        String amount = node.path("amount").isTextual() ? node.path("amount").textValue() : "";
        boolean known =
                node.isObject()
                        && node.properties().stream()
                                .allMatch(pair -> PARTS.contains(pair.getKey()));
        return currency(node.path("currency"))
                .filter(_ -> known && AMOUNT.matcher(amount).matches())
                .map(currency -> Money.of(new BigDecimal(amount), currency))
                .filter(money -> money.micros() > 0);
    }

    private static Optional<Currency> currency(JsonNode node) {
        return Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(node.textValue()))
                .findFirst();
    }
}
