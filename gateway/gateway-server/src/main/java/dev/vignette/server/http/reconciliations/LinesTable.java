package dev.vignette.server.http.reconciliations;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vignette.invoice.CheckedLine;
import dev.vignette.invoice.Finding;
import dev.vignette.store.InvoiceChecks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a comparison as CSV (RFC 4180) that a spreadsheet can open without running anything.
 * A page at a time is in memory, however many there are.
 */
@SuppressWarnings("JdkObsolete") // a sequence of streams takes nothing newer
final class LinesTable implements Enumeration<InputStream> {
    private static final int PAGE = 1000;
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final List<String> HEADER =
            List.of(
                    "line",
                    "finding",
                    "provider_id",
                    "time",
                    "currency",
                    "invoice",
                    "ledger",
                    "proposed",
                    "seconds",
                    "charge_id");

    private final InvoiceChecks checks;
    private final String check;
    private final Set<Finding> findings;
    private @Nullable String next;
    private long last;

    private LinesTable(InvoiceChecks checks, String check, Set<Finding> findings) {
        this.checks = checks;
        this.check = check;
        this.findings = findings;
        this.next = text(List.of(HEADER));
    }

    static InputStream of(InvoiceChecks checks, String check, Set<Finding> findings) {
        return new SequenceInputStream(new LinesTable(checks, check, findings));
    }

    @Override
    public boolean hasMoreElements() {
        if (next == null) {
            next = page();
        }
        return !next.isEmpty();
    }

    @Override
    public InputStream nextElement() {
        if (!hasMoreElements() || next == null) {
            throw new NoSuchElementException();
        }
        InputStream page = new ByteArrayInputStream(next.getBytes(UTF_8));
        next = null;
        return page;
    }

    private String page() {
        List<CheckedLine> lines = checks.lines(check, findings, last, PAGE);
        if (lines.isEmpty()) {
            return "";
        }
        last = lines.getLast().place();
        return text(lines.stream().map(LineView::of).map(LinesTable::columns).toList());
    }

    private static String text(List<? extends List<?>> rows) {
        StringWriter table = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(table, CSVFormat.RFC4180)) {
            for (List<?> row : rows) {
                printer.printRecord(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory never fails", e);
        }
        return table.toString();
    }

    private static List<@Nullable Object> columns(LineView line) {
        return Arrays.asList(
                line.line(),
                line.finding(),
                inert(line.providerId()),
                line.time(),
                line.currency(),
                line.invoice(),
                line.ledger(),
                line.proposed(),
                line.seconds() == null ? null : line.seconds().toPlainString(),
                line.chargeId());
    }

    /** Ids come from outside: one that begins like a formula is made a text. */
    private static @Nullable String inert(@Nullable String text) {
        boolean formula =
                text != null && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
