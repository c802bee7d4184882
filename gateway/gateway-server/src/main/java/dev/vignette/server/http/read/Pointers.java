package dev.vignette.server.http.read;

/** JSON Pointers (RFC 6901) to members a caller named himself. */
final class Pointers {
    private static final int LONGEST_NAME = 100;

    private Pointers() {}

    /** The pointer to that path. An overlong name is cut. */
    static String to(String... path) {
        StringBuilder pointer = new StringBuilder();
        for (String name : path) {
            String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
            pointer.append('/').append(shown.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
