package dev.vignette.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A method and a path with open parts in braces, for example {@code /predictions/{id}}. */
record Route(String method, Pattern path, List<String> names, BodyReader reader, Handler handler) {
    private static final Pattern OPEN = Pattern.compile("\\{([a-z]+)}");

    static Route of(String method, String path, BodyReader reader, Handler handler) {
        List<String> names = new ArrayList<>();
        StringBuilder pattern = new StringBuilder();
        Matcher open = OPEN.matcher(path);
        int from = 0;
        while (open.find()) {
            names.add(open.group(1));
            pattern.append(Pattern.quote(path.substring(from, open.start()))).append("([^/]+)");
            from = open.end();
        }
        pattern.append(Pattern.quote(path.substring(from)));
        return new Route(method, Pattern.compile(pattern.toString()), names, reader, handler);
    }

    /** The open parts of that path, or empty when the route is not for it. */
    Optional<Map<String, String>> match(String calledMethod, String calledPath) {
        Matcher matcher = path.matcher(calledPath);
        if (!method.equals(calledMethod) || !matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            variables.put(names.get(i), matcher.group(i + 1));
        }
        return Optional.of(variables);
    }
}
