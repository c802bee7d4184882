package dev.vignette.server.http.read;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.vignette.server.http.problem.Fault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Brings a form into the shape of a JSON request: a form knows only texts and files, so each text
 * is read as its member's type. A text that is none stays a text, and is refused as one later.
 */
final class FormReader {
    private static final Set<String> NUMBERS =
            Set.of(
                    "count",
                    "safety_tolerance",
                    "width",
                    "height",
                    "steps",
                    "guidance",
                    "seed",
                    "deadline_seconds");
    private static final Set<String> FLAGS = Set.of("randomize");
    private static final Set<String> TREES = Set.of("labels", "metadata", "max_cost");
    private static final String LIST = "providers";

    private final RawRequest request = new RawRequest();
    private final ArrayNode list = JsonNodeFactory.instance.arrayNode();
    private final Map<String, ObjectNode> pairs =
            Stream.of("labels", "metadata")
                    .collect(
                            toMap(
                                    Function.identity(),
                                    _ -> JsonNodeFactory.instance.objectNode(),
                                    (first, _) -> first,
                                    LinkedHashMap::new));

    private FormReader() {}

    /** The members of the form. */
    static RawRequest read(byte[] body, String contentType) {
        FormReader reader = new FormReader();
        FormFields.read(body, contentType).forEach(reader::add);
        return reader.finish();
    }

    private void add(FormFields.Part part) {
        switch (part) {
            case FormFields.Part.File file -> addFile(file);
            case FormFields.Part.Text text -> addText(text.name(), text.value());
        }
    }

    private void addFile(FormFields.Part.File file) {
        if (file.name().equals(RawRequest.IMAGE)) {
            request.put(new RawImage.File(file.bytes()));
            return;
        }
        request.fault(new Fault(Pointers.to(file.name()), "is no file"));
    }

    private void addText(String name, String value) {
        int bracket = name.indexOf('[');
        ObjectNode object = bracket < 0 ? null : pairs.get(name.substring(0, bracket));
        if (object != null && name.endsWith("]")) {
            addPair(object, name, bracket, value);
        } else if (name.equals(RawRequest.IMAGE)) {
            request.put(RawImage.Text.of(value));
        } else if (name.equals(LIST)) {
            addToList(value);
        } else if (NUMBERS.contains(name)) {
            request.put(name, number(value));
        } else if (FLAGS.contains(name)) {
            request.put(name, flag(value));
        } else if (TREES.contains(name)) {
            request.put(name, tree(value));
        } else {
            request.put(name, TextNode.valueOf(value));
        }
    }

    private void addPair(ObjectNode object, String name, int bracket, String value) {
        String key = name.substring(bracket + 1, name.length() - 1);
        if (object.has(key)) {
            request.fault(
                    new Fault(Pointers.to(name.substring(0, bracket), key), "is given twice"));
        }
        object.put(key, value);
    }

    private void addToList(String value) {
        JsonNode node = tree(value);
        if (node instanceof ArrayNode several) {
            list.addAll(several);
            return;
        }
        list.add(value);
    }

    private RawRequest finish() {
        if (!list.isEmpty()) {
            request.put(LIST, list);
        }
        pairs.forEach((name, object) -> {
            if (!object.isEmpty()) {
                request.put(name, object);
            }
        });
        return request;
    }

    private static JsonNode number(String text) {
        JsonNode node = tree(text);
        return node.isNumber() ? node : TextNode.valueOf(text);
    }

    private static JsonNode flag(String text) {
        return switch (text) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            default -> TextNode.valueOf(text);
        };
    }

    private static JsonNode tree(String text) {
        try {
            JsonNode node = StrictJson.readValue(text);
            return node.isMissingNode() ? TextNode.valueOf(text) : node;
        } catch (JsonProcessingException _) {
            return TextNode.valueOf(text);
        }
    }
}
