package dev.vignette.server.http.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.server.http.problem.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request for pictures as it came, by JSON or by form, before any value is judged. */
final class RawRequest {
    static final String IMAGE = "image";

    private final Map<String, JsonNode> members = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private @Nullable RawImage image;

    void put(String name, JsonNode value) {
        if (members.putIfAbsent(name, value) != null) {
            faults.add(twice(name));
        }
    }

    void put(RawImage given) {
        if (image != null) {
            faults.add(twice(IMAGE));
        }
        image = given;
    }

    void fault(Fault fault) {
        faults.add(fault);
    }

    /** Every member but the image. */
    Map<String, JsonNode> members() {
        return members;
    }

    @Nullable RawImage image() {
        return image;
    }

    /** What was wrong already with how it came. */
    List<Fault> faults() {
        return faults;
    }

    private static Fault twice(String name) {
        return new Fault(Pointers.to(name), "is given twice");
    }
}
