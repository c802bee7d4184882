package dev.vignette.server.http.reconciliations;

import dev.vignette.invoice.InvoicePeriod;
import dev.vignette.server.http.problem.Fault;
import dev.vignette.server.http.problem.Problem;
import dev.vignette.server.invoice.InvoiceColumns;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a form that says what to compare, and notes every fault. */
final class ReconciliationReader {
    private static final Set<String> KNOWN =
            Set.of(
                    "provider",
                    "month",
                    "from",
                    "to",
                    "dry_run",
                    "close",
                    "credits",
                    "id_column",
                    "amount_column",
                    "currency_column",
                    "time_column",
                    "seconds_column",
                    "default_currency");
    private static final int DATE = "2026-11-20".length();
    private static final String TIME_RULE = "must be an RFC 3339 time or a date";

    private final Map<String, String> texts;
    private final List<Fault> faults = new ArrayList<>();

    private ReconciliationReader(Map<String, String> texts) {
        this.texts = texts;
    }

    static ReconciliationRequest read(Map<String, String> texts, InvoiceLayouts layouts) {
        return new ReconciliationReader(texts).request(layouts);
    }

    private ReconciliationRequest request(InvoiceLayouts layouts) {
        texts.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> fault(name, "is unknown"));
        Optional<InvoiceColumns> layout = layout(layouts);
        @Nullable InvoicePeriod period = period();
        boolean credits = flag("credits", false);
        boolean dryRun = flag("dry_run", true);
        boolean close = flag("close", false);
        if (close && dryRun) {
            fault("close", "is for what is not a dry run");
        }
        if (close && !texts.containsKey("month")) {
            fault("close", "is for a whole month");
        }
        InvoiceColumns named =
                new InvoiceColumns(
                        texts.get("id_column"),
                        texts.get("amount_column"),
                        texts.get("currency_column"),
                        texts.get("time_column"),
                        texts.get("seconds_column"),
                        currency());
        if (period == null || layout.isEmpty() || !faults.isEmpty()) {
            throw Problem.faults(faults).asException();
        }
        return new ReconciliationRequest(
                texts.getOrDefault("provider", ""),
                period,
                layout.get().overriddenBy(named),
                credits,
                dryRun,
                close);
    }

    private Optional<InvoiceColumns> layout(InvoiceLayouts layouts) {
        String provider = texts.get("provider");
        if (provider == null) {
            fault("provider", "is required");
            return Optional.empty();
        }
        Optional<InvoiceColumns> layout = layouts.of(provider);
        if (layout.isEmpty()) {
            fault("provider", "is not configured");
        }
        return layout;
    }

    private @Nullable InvoicePeriod period() {
        if (texts.containsKey("month")) {
            return month(texts.getOrDefault("month", ""));
        }
        Instant from = time("from");
        Instant to = time("to");
        if (from == null || to == null) {
            return null;
        }
        if (!from.isBefore(to)) {
            fault("to", "must be after from");
            return null;
        }
        return new InvoicePeriod(from, to, null);
    }

    private @Nullable InvoicePeriod month(String text) {
        if (texts.containsKey("from") || texts.containsKey("to")) {
            fault("month", "is given beside from and to");
        }
        try {
            return InvoicePeriod.of(YearMonth.parse(text));
        } catch (DateTimeException _) {
            fault("month", "must be a month such as 2026-11");
            return null;
        }
    }

    private @Nullable Instant time(String name) {
        String text = texts.get(name);
        if (text == null) {
            fault(name, "is required where there is no month");
            return null;
        }
        try {
            return text.length() == DATE
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            fault(name, TIME_RULE);
            return null;
        }
    }

    private boolean flag(String name, boolean usual) {
        String text = texts.get(name);
        if (text == null) {
            return usual;
        }
        if (!text.equals("true") && !text.equals("false")) {
            fault(name, "must be true or false");
        }
        return text.equals("true");
    }

    private @Nullable Currency currency() {
        String code = texts.get("default_currency");
        if (code == null) {
            return null;
        }
        Optional<Currency> known =
                Currency.getAvailableCurrencies().stream()
                        .filter(currency -> currency.getCurrencyCode().equals(code))
                        .findFirst();
        if (known.isEmpty()) {
            fault("default_currency", "must be an ISO 4217 currency");
        }
        return known.orElse(null);
    }

    private void fault(String name, String detail) {
        faults.add(new Fault("/" + name.replace("~", "~0").replace("/", "~1"), detail));
    }
}
