package dev.vignette.server.invoice;

import dev.vignette.engine.invoice.InvoiceSource;
import dev.vignette.invoice.InvoiceLine;
import dev.vignette.invoice.InvoiceRefused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * An invoice as a file of comma-separated values (RFC 4180), read line by line.
 *
 * @param file where it lies
 * @param columns what its columns are called
 * @param credits whether amounts may be below zero
 */
public record InvoiceFile(Path file, InvoiceColumns columns, boolean credits)
        implements InvoiceSource {
    private static final long MOST_LINES = 2_000_000;

    @Override
    public void read(Consumer<InvoiceLine> lines) {
        try {
            read(header(), lines);
        } catch (IOException broken) {
            throw new UncheckedIOException("a file that was taken cannot be read", broken);
        }
    }

    private InvoiceHeader header() throws IOException {
        try (Utf8Text text = text()) {
            return InvoiceHeader.read(text, columns);
        }
    }

    private void read(InvoiceHeader header, Consumer<InvoiceLine> lines) throws IOException {
        InvoiceFields fields = new InvoiceFields(header, columns, credits);
        long number = 0;
        try (Utf8Text text = text();
                CSVParser parser =
                        CSVParser.parse(text, InvoiceHeader.format(header.delimiter()))) {
            Iterator<CSVRecord> records = parser.iterator();
            long line = 1;
            while (hasNext(records, line)) {
                CSVRecord record = records.next();
                if (line > 1 && !blank(record)) {
                    number++;
                    refuseTooMany(number);
                    lines.accept(fields.line(line, record));
                }
                line = parser.getCurrentLineNumber() + 1;
                text.recordBegins(line);
            }
        }
        if (number == 0) {
            throw new InvoiceRefused("the file has a header and no lines");
        }
    }

    private static boolean hasNext(Iterator<CSVRecord> records, long line) {
        try {
            return records.hasNext();
        } catch (UncheckedIOException broken) {
            if (broken.getCause() instanceof CSVException) {
                throw new InvoiceRefused(line, "a quote is not closed, or something follows it");
            }
            throw broken;
        }
    }

    private static boolean blank(CSVRecord record) {
        return record.size() == 1 && record.get(0).isBlank();
    }

    private static void refuseTooMany(long number) {
        if (number > MOST_LINES) {
            throw new InvoiceRefused("the file has more than %,d lines".formatted(MOST_LINES));
        }
    }

    private Utf8Text text() throws IOException {
        return new Utf8Text(new BufferedInputStream(Files.newInputStream(file)));
    }
}
