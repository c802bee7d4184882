package dev.vignette.server.invoice;

import dev.vignette.invoice.InvoiceRefused;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The first line of an invoice: what parts its columns, and where those stand that are of interest.
 *
 * @param delimiter a comma, a semicolon or a tab
 * @param size how many columns there are
 * @param id where the job's id stands, from 0; -1 when it does not
 * @param amount where the amount stands
 * @param currency where its currency stands, or -1
 * @param time where the time stands, or -1
 * @param seconds where the computing time stands, or -1
 */
record InvoiceHeader(
        char delimiter, int size, int id, int amount, int currency, int time, int seconds) {
    private static final char[] DELIMITERS = {',', ';', '\t'};

    /**
     * Reads the header.
     *
     * @throws InvoiceRefused when a column is missing that is needed, or is there twice
     */
    static InvoiceHeader read(Reader text, InvoiceColumns columns) throws IOException {
        String line = new BufferedReader(text).readLine();
        if (line == null || line.isBlank()) {
            throw new InvoiceRefused(
                    line == null ? "the file is empty" : "the first line is empty");
        }
        InvoiceRefused refusal = null;
        for (char delimiter : DELIMITERS) {
            List<String> names = names(line, delimiter);
            if (names.size() > 1 || refusal == null) {
                try {
                    return of(delimiter, names, columns);
                } catch (InvoiceRefused refused) {
                    refusal = refused;
                }
            }
        }
        throw refusal == null ? new InvoiceRefused("the file has no header") : refusal;
    }

    private static List<String> names(String line, char delimiter) throws IOException {
        try (CSVParser parser = CSVParser.parse(new StringReader(line), format(delimiter))) {
            List<CSVRecord> records = parser.getRecords();
            return records.isEmpty() ? List.of() : records.getFirst().toList();
        } catch (CSVException broken) {
            return List.of(line); // quotes that mean nothing with this delimiter
        }
    }

    static CSVFormat format(char delimiter) {
        return CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
    }

    private static InvoiceHeader of(char delimiter, List<String> names, InvoiceColumns columns) {
        List<String> header = new ArrayList<>();
        names.forEach(name -> header.add(name.strip().toLowerCase(Locale.ROOT)));
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw new InvoiceRefused(1, "the column '" + name + "' is there twice");
            }
        }
        int id = place(header, columns.id(), "id");
        int time = place(header, columns.time(), "time");
        if (id < 0 && time < 0) {
            throw missing(header, "id");
        }
        int amount = place(header, columns.amount(), "amount");
        if (amount < 0) {
            throw missing(header, "amount");
        }
        int currency = place(header, columns.currency(), "currency");
        if (currency < 0 && columns.usual() == null) {
            throw new InvoiceRefused(
                    1, "there is no column 'currency'; name it, or say what all amounts are in");
        }
        int seconds = place(header, columns.seconds(), "seconds");
        return new InvoiceHeader(delimiter, header.size(), id, amount, currency, time, seconds);
    }

    private static int place(List<String> header, @Nullable String named, String usual) {
        int place =
                header.indexOf((named == null ? usual : named).strip().toLowerCase(Locale.ROOT));
        if (named != null && place < 0) {
            throw missing(header, named);
        }
        return place;
    }

    private static InvoiceRefused missing(List<String> header, String name) {
        return new InvoiceRefused(
                1,
                "there is no column '%s'; the header has %s"
                        .formatted(name, shortened(String.join(", ", header))));
    }

    private static String shortened(String text) {
        int most = 200;
        return text.length() <= most ? text : text.substring(0, most) + "...";
    }
}
