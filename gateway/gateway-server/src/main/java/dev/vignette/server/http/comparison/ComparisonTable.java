package dev.vignette.server.http.comparison;

import static dev.vignette.server.http.SpreadsheetText.inert;

import dev.vignette.engine.compare.Comparison;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes a comparison as CSV (RFC 4180). */
final class ComparisonTable {
    private static final List<String> COLUMNS =
            List.of(
                    "kind",
                    "provider",
                    "generations",
                    "attempts",
                    "images",
                    "unpriced",
                    "currency",
                    "actual",
                    "actual_per_image",
                    "would_currency",
                    "would",
                    "would_per_image",
                    "difference");

    private ComparisonTable() {}

    static String of(Comparison comparison) {
        StringWriter table = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(table, CSVFormat.RFC4180)) {
            printer.printRecord(COLUMNS);
            for (Comparison.Offer offer : comparison.offers()) {
                print(printer, OfferView.of(offer));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory never fails", e);
        }
        return table.toString();
    }

    private static void print(CSVPrinter printer, OfferView line) throws IOException {
        printer.printRecord(
                line.kind(),
                inert(line.provider()),
                line.generations(),
                line.attempts(),
                line.images(),
                line.unpriced(),
                line.currency(),
                line.actual(),
                line.actualPerImage(),
                line.wouldCurrency(),
                line.would(),
                line.wouldPerImage(),
                line.difference());
    }
}
