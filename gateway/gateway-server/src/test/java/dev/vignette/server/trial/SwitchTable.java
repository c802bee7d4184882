package dev.vignette.server.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What came of each switch, as a table in Markdown. */
final class SwitchTable {
    private static final Path FILE = Path.of("target", "switches.md");
    private static final String HEAD =
            """
            | | Switch | Told / first request | Requests | Failed | To be served by | Served by | 95 of 100 took |
            |---|---|---|---|---|---|---|---|
            """;

    private final List<Row> rows = new ArrayList<>();
    private final List<Supplier<String>> lines = new ArrayList<>();

    /**
     * What came of a switch.
     *
     * @param inForce what was in force after how long
     * @param expected who was to serve
     * @param all everything that was asked for shortly before, while it was made, and after
     * @param after what was asked for after it was in force
     */
    record Row(
            String inForce,
            String expected,
            List<OpenLoad.Request> all,
            List<OpenLoad.Request> after) {
        Row {
            all = List.copyOf(all);
            after = List.copyOf(after);
        }

        /** The requests that did not end with pictures, as far as they have ended. */
        List<String> failures() {
            return all.stream()
                    .flatMap(request -> request.ended().stream())
                    .filter(one -> !one.succeeded())
                    .map(Asked::complaint)
                    .toList();
        }

        /** Who made how many percent of those after. */
        Map<String, Long> served() {
            Map<String, Long> made =
                    ended().stream()
                            .collect(
                                    Collectors.groupingBy(
                                            Asked::provider, TreeMap::new, Collectors.counting()));
            made.replaceAll((_, count) -> Math.round(100.0 * count / after.size()));
            return made;
        }

        private List<Asked> ended() {
            return after.stream().flatMap(request -> request.ended().stream()).toList();
        }

        private String cells() {
            return "%s | %d | %d%s | %s | %s | %s s"
                    .formatted(
                            inForce,
                            all.size(),
                            failures().size(),
                            doubt(),
                            expected,
                            told(served()),
                            slow());
        }

        private String doubt() {
            long doubtful =
                    all.stream()
                            .flatMap(request -> request.ended().stream())
                            .filter(Asked::wasInDoubt)
                            .count();
            return doubtful == 0 ? "" : " (%d in doubt, then made)".formatted(doubtful);
        }

        private String slow() {
            List<Duration> times = ended().stream().map(Asked::took).sorted().toList();
            long tenths = times.get(times.size() * 95 / 100).toMillis() / 100;
            return tenths / 10 + "." + tenths % 10;
        }
    }

    /** The percentages in words. */
    static String told(Map<String, ? extends Number> shares) {
        return shares.entrySet().stream()
                .map(share -> share.getKey() + " " + share.getValue())
                .collect(Collectors.joining(", "));
    }

    void add(String number, String what, Row row) {
        rows.add(row);
        lines.add(() -> "| %s | %s | %s |\n".formatted(number, what, row.cells()));
    }

    /** Every line of it. */
    List<Row> rows() {
        return rows;
    }

    /** Writes down what there is. */
    void write(String footing) throws IOException {
        String body = lines.stream().map(Supplier::get).collect(Collectors.joining());
        String text = HEAD + body + "\n" + footing + "\n";
        Files.writeString(FILE, text);
        System.out.println(text);
    }
}
