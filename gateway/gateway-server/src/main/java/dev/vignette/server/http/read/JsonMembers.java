package dev.vignette.server.http.read;

import dev.vignette.server.http.problem.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The members of a small JSON object, read strictly; every fault is noted. */
public final class JsonMembers {
    private final Members members;

    private JsonMembers(Members members) {
        this.members = members;
    }

    /** Reads a body that is one object with no other members than those. */
    public static JsonMembers read(byte[] body, Set<String> known) {
        RawRequest request = StrictJson.read(body);
        Members members = new Members(request.members(), request.faults());
        members.refuseAllBut(known);
        return new JsonMembers(members);
    }

    /** A required word out of a list; {@code ""} when it is at fault. */
    public String word(String name, List<String> words) {
        require(name);
        String word = members.word(name, text -> Optional.of(text).filter(words::contains), words);
        return word == null ? "" : word;
    }

    /** A required text of at least one character; {@code ""} when it is at fault. */
    public String text(String name, int longest) {
        require(name);
        String text = members.text(name, 1, longest);
        return text == null ? "" : text;
    }

    /** A text of at least one character, or {@code null} when there is none. */
    public @Nullable String textOrNull(String name, int longest) {
        return members.text(name, 1, longest);
    }

    /** A required text with a meaning, or {@code null} when it is at fault. */
    public <T> @Nullable T meaning(
            String name, int longest, Function<String, Optional<T>> meaning, String rule) {
        String text = text(name, longest);
        if (text.isEmpty()) {
            return null;
        }
        @Nullable T found = meaning.apply(text).orElse(null);
        if (found == null) {
            members.fault(name, rule);
        }
        return found;
    }

    /** A flag, or what it is when it is left out. */
    public boolean flag(String name, boolean usual) {
        return Objects.requireNonNullElse(members.flag(name), usual);
    }

    /** Notes a fault of a member. */
    public void fault(String name, String detail) {
        members.fault(name, detail);
    }

    /** Ends the request when there was a fault. */
    public void refuseFaults() {
        if (!members.faults().isEmpty()) {
            throw Problem.faults(members.faults()).asException();
        }
    }

    private void require(String name) {
        if (!members.has(name)) {
            members.fault(name, "is required");
        }
    }
}
