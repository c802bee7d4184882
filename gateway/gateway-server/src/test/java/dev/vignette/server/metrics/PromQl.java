package dev.vignette.server.metrics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an expression of Prometheus asks for: every metric it names, with the labels it selects or
 * groups that metric by. Knows as much of the language as dashboard and alarms use.
 */
record PromQl(Set<String> metrics, Set<Label> selected, Set<String> grouped) {
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'");
    private static final Pattern GROUPS =
            Pattern.compile(
                    "\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Pattern SELECTOR =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*\\{([^}]*)}");
    private static final Pattern MATCHER = Pattern.compile("([a-zA-Z_]\\w*)\\s*(?:=~|!~|!=|=)");
    private static final Pattern NAME =
            Pattern.compile("(?<![\\w:.$])([a-zA-Z_:][a-zA-Z0-9_:]*)(?!\\s*\\(|[\\w:])");
    private static final Set<String> WORDS =
            Set.of("and", "or", "unless", "offset", "bool", "by", "without", "on", "ignoring");

    /** A label by which a metric is selected. */
    record Label(String metric, String name) {}

    static PromQl of(String expression) {
        String plain = TEXT.matcher(expression).replaceAll("");
        Set<String> grouped = new TreeSet<>();
        GROUPS.matcher(plain).results().forEach(group -> grouped.addAll(names(group.group(1))));
        plain = RANGE.matcher(GROUPS.matcher(plain).replaceAll(" ")).replaceAll(" ");
        Set<Label> selected = new HashSet<>();
        Matcher selector = SELECTOR.matcher(plain);
        while (selector.find()) {
            String metric = selector.group(1);
            MATCHER.matcher(selector.group(2))
                    .results()
                    .forEach(label -> selected.add(new Label(metric, label.group(1))));
        }
        Set<String> metrics = new TreeSet<>(names(plain.replaceAll("\\{[^}]*}", " ")));
        metrics.removeAll(WORDS);
        return new PromQl(metrics, selected, grouped);
    }

    private static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        NAME.matcher(text).results().forEach(name -> names.add(name.group(1)));
        return names;
    }
}
