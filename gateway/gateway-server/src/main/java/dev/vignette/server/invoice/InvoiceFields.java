package dev.vignette.server.invoice;

import dev.vignette.invoice.InvoiceLine;
import dev.vignette.invoice.InvoiceRefused;
import dev.vignette.money.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of an invoice's lines.
 *
 * @param header where they stand
 * @param columns what amounts are in where no column says
 * @param credits whether amounts may be below zero
 */
record InvoiceFields(InvoiceHeader header, InvoiceColumns columns, boolean credits) {
    /** So large that a million of them can be added up in 64 bits of millionths. */
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,6}(\\.\\d{1,18})?");

    private static final Pattern DECIMAL_COMMA = Pattern.compile("-?[\\d.]*,\\d+");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d{1,18})?");
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_SHOWN = 40;
    private static final Map<String, Currency> CURRENCIES =
            Currency.getAvailableCurrencies().stream()
                    .collect(Collectors.toMap(Currency::getCurrencyCode, Function.identity()));

    /**
     * The line that a record is.
     *
     * @throws InvoiceRefused when a field cannot be used
     */
    InvoiceLine line(long number, CSVRecord record) {
        if (record.size() != header.size()) {
            throw new InvoiceRefused(
                    number,
                    "it has %d columns and the header %d".formatted(record.size(), header.size()));
        }
        String id = field(record, header.id());
        String time = field(record, header.time());
        if (id.isEmpty() && time.isEmpty()) {
            throw new InvoiceRefused(number, "it has neither an id nor a time");
        }
        if (id.length() > LONGEST_ID) {
            throw new InvoiceRefused(number, "the id has more than 255 characters");
        }
        return new InvoiceLine(
                number,
                id.isEmpty() ? null : id,
                amount(number, record),
                time.isEmpty() ? null : time(number, time),
                seconds(number, field(record, header.seconds())));
    }

    private Money amount(long number, CSVRecord record) {
        String text = field(record, header.amount());
        if (text.isEmpty()) {
            throw new InvoiceRefused(number, "it has no amount");
        }
        if (DECIMAL_COMMA.matcher(text).matches()) {
            throw new InvoiceRefused(
                    number,
                    "the amount '%s' has a decimal comma; write a point".formatted(shown(text)));
        }
        if (!AMOUNT.matcher(text).matches()) {
            throw new InvoiceRefused(
                    number,
                    "'%s' is no amount such as 0.04, below a million".formatted(shown(text)));
        }
        if (text.startsWith("-") && !credits) {
            throw new InvoiceRefused(
                    number,
                    "the amount %s is below zero; say that there are credits".formatted(text));
        }
        return Money.of(new BigDecimal(text), currency(number, field(record, header.currency())));
    }

    private Currency currency(long number, String code) {
        Currency currency = code.isEmpty() ? columns.usual() : CURRENCIES.get(code);
        if (currency == null) {
            throw new InvoiceRefused(
                    number,
                    code.isEmpty()
                            ? "it has no currency"
                            : "'%s' is no ISO 4217 currency".formatted(shown(code)));
        }
        return currency;
    }

    private static Instant time(long number, String text) {
        try {
            boolean zoned = text.endsWith("Z") || text.lastIndexOf('+') > 0 || zoneAfterTime(text);
            String form = text.replace(' ', 'T');
            return zoned
                    ? OffsetDateTime.parse(form).toInstant()
                    : LocalDateTime.parse(form).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException _) {
            throw new InvoiceRefused(
                    number, "'%s' is no time such as 2026-11-20T10:00:00Z".formatted(shown(text)));
        }
    }

    /** A minus behind the clock's colon is a zone's. */
    private static boolean zoneAfterTime(String text) {
        return text.indexOf(':') > 0 && text.lastIndexOf('-') > text.indexOf(':');
    }

    private static @Nullable BigDecimal seconds(long number, String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (!SECONDS.matcher(text).matches()) {
            throw new InvoiceRefused(
                    number, "'%s' are no seconds such as 12.5".formatted(shown(text)));
        }
        return new BigDecimal(text);
    }

    private static String field(CSVRecord record, int place) {
        return place < 0 ? "" : record.get(place).strip();
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }
}
