package dev.vignette.server.http.focus;

import dev.vignette.store.CostPages;
import dev.vignette.store.CostPages.Extent;
import dev.vignette.store.CostPages.Saving;
import dev.vignette.store.LedgerEntry;
import dev.vignette.store.Paging;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * The file of a period: CSV by RFC 4180, the names of the columns, then the lines of the ledger in
 * its order, then what was saved. It is made page by page, as it is read.
 */
final class FocusFile {
    private final CostPages pages;
    private final Currency usual;
    private final boolean sandbox;

    /**
     * @param usual the currency of a zero that no amount names one for
     * @param sandbox whether the money is pretended
     */
    FocusFile(CostPages pages, Currency usual, boolean sandbox) {
        this.pages = pages;
        this.usual = usual;
        this.sandbox = sandbox;
    }

    /** The pieces of the file, one after the other. */
    Stream<String> of(Extent extent) {
        return Stream.concat(
                Stream.of(csv(Stream.of(FocusColumn.ids()))),
                Stream.concat(
                        Paging.of(lines(extent, 0), last -> lines(extent, last.sequence()))
                                .map(this::ledger),
                        Paging.of(savings(extent, null), last -> savings(extent, last))
                                .map(this::saved)));
    }

    private List<LedgerEntry> lines(Extent extent, long sequence) {
        return pages.lines(extent, sequence, Paging.AT_ONCE);
    }

    private List<Saving> savings(Extent extent, @Nullable Saving after) {
        return pages.savings(extent.from(), extent.to(), after, Paging.AT_ONCE);
    }

    private String ledger(List<LedgerEntry> page) {
        return csv(page.stream().map(LedgerRow::of).flatMap(Optional::stream).map(FocusRow::cells));
    }

    private String saved(List<Saving> page) {
        return csv(
                page.stream()
                        .map(saving -> SavingRow.of(saving, usual, sandbox))
                        .map(FocusRow::cells));
    }

    private static String csv(Stream<? extends List<?>> rows) {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecords(rows);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory never fails", e);
        }
        return text.toString();
    }
}
