package dev.vignette.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

final class CostsTableTest {

    @Test
    void alignsFiguresAndAddsThemUpForEachCurrency() throws Exception {
        String table =
                printed(
                        row("replicate", "USD", 12_000, "480.00", "0.04", "1.6", 40),
                        row("modelslab", "USD", 1_000, "12.345", "0.012345", "0.00", 0),
                        row("studio", "EUR", 10, "-3.00", "-0.30", "0.00", 0));

        assertThat(table)
                .isEqualTo(
                        """
                        Costs from 2026-11-01 up to 2026-12-01 (Europe/Berlin), by provider

                        provider   generations  attempts  pictures     cost  per picture  currency  failed  their cost  saved  unpriced
                        ---------  -----------  --------  --------  -------  -----------  --------  ------  ----------  -----  --------
                        replicate       12,000    12,000    12,000  480.000     0.040000       USD      40        1.60   0.00         0
                        modelslab        1,000     1,000     1,000   12.345     0.012345       USD       0        0.00   0.00         0
                        studio              10        10        10   -3.000    -0.300000       EUR       0        0.00   0.00         0
                        ---------  -----------  --------  --------  -------  -----------  --------  ------  ----------  -----  --------
                        total                         10        10   -3.000    -0.300000       EUR       0        0.00   0.00         0
                        total                     13,000    13,000  492.345     0.037873       USD      40        1.60   0.00         0
                        """);
    }

    @Test
    void saysUnknownAndNeverZero() throws Exception {
        String table =
                printed(
                        """
                        {"provider": "new", "currency": null, "generations": 2, "attempts": 2,
                         "images": 2, "amount": null, "cost_per_image": null, "failed": 0,
                         "failed_amount": null, "avoided": null, "unpriced": 2}
                        """);

        assertThat(table.lines())
                .filteredOn(line -> line.startsWith("new") || line.startsWith("total"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("unknown").doesNotContain("0.00"));
        assertThat(table).endsWith("2 charges have no known price: they are in no amount.\n");
    }

    @Test
    void printsWhatCallersWroteWithoutObeyingIt() throws Exception {
        assertThat(printed(row("a\\u001b[2Jb", "USD", 1, "0.04", "0.04", "0.00", 0)))
                .contains("a?[2Jb");
    }

    @Test
    void saysThatNothingWasCharged() throws Exception {
        assertThat(printed()).endsWith("by provider\n\nNothing was charged.\n");
    }

    private static String row(
            String provider,
            String currency,
            int number,
            String amount,
            String each,
            String lost,
            int failed) {
        return """
        {"provider": "%s", "currency": "%s", "generations": %d, "attempts": %d, "images": %d,
         "amount": "%s", "cost_per_image": "%s", "failed": %d, "failed_amount": "%s",
         "avoided": "0.00", "unpriced": 0}
        """
                .formatted(provider, currency, number, number, number, amount, each, failed, lost);
    }

    private static String printed(String... rows) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new CostsTable(new PrintStream(bytes, true, UTF_8))
                .print(
                        new ObjectMapper()
                                .readTree(
                                        """
                                        {"from": "2026-10-31T23:00:00.000Z",
                                         "to": "2026-11-30T23:00:00.000Z",
                                         "timezone": "Europe/Berlin",
                                         "group_by": ["provider"], "data": [%s]}
                                        """
                                                .formatted(String.join(",", rows))));
        return bytes.toString(UTF_8).replace(System.lineSeparator(), "\n");
    }
}
