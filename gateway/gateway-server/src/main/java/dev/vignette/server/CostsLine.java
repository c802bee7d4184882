package dev.vignette.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what stands behind {@code costs} on the command line. */
final class CostsLine {
    private static final Map<String, String> PARAMETERS =
            Map.of(
                    "--month", "month",
                    "--by", "group_by",
                    "--timezone", "timezone",
                    "--currency", "currency");

    private CostsLine() {}

    /** What these options ask for; whether their values mean something, the gateway says. */
    static Command parse(List<String> options) {
        Deque<String> left = new ArrayDeque<>(options);
        Map<String, String> parameters = new HashMap<>();
        while (!left.isEmpty()) {
            String option = left.remove();
            int sign = option.indexOf('=');
            String name = sign < 0 ? option : option.substring(0, sign);
            String parameter = PARAMETERS.get(name);
            if (parameter == null) {
                return new Command.Misused("costs knows no option '" + name + "'");
            }
            String value = sign < 0 ? left.poll() : option.substring(sign + 1);
            if (value == null || value.isBlank()) {
                return new Command.Misused(name + " needs a value");
            }
            if (parameters.put(parameter, value) != null) {
                return new Command.Misused(name + " is given twice");
            }
        }
        return new Command.Costs(parameters);
    }

    /** The option for a parameter of the API, as it is typed. */
    static String option(String parameter) {
        return PARAMETERS.entrySet().stream()
                .filter(pair -> pair.getValue().equals(parameter))
                .findFirst()
                .map(Map.Entry::getKey)
                .orElse(parameter);
    }
}
