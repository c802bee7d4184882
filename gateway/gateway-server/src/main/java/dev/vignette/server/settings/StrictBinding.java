package dev.vignette.server.settings;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Binds parts of the file to records: component {@code fooBar} from key {@code foo-bar}, an unknown
 * key, a wrong type or a value out of range being a fault with its line.
 */
final class StrictBinding {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                    .annotationIntrospector(new LowerCaseEnums())
                    .addModule(new Quantities())
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                    .build();

    private final YamlDocument document;
    private final Faults faults;

    StrictBinding(YamlDocument document, Faults faults) {
        this.document = document;
        this.faults = faults;
    }

    /** The part as that type, or empty when it has faults, which are noted. */
    <T> Optional<T> bind(Part part, Class<T> type) {
        return bind(part, type, List.of());
    }

    /** The same, for a record whose keys stand among others, which are only suggested. */
    <T> Optional<T> bind(Part part, Class<T> type, Collection<String> neighbours) {
        int before = faults.count();
        ObjectMapper mapper = MAPPER.copy();
        mapper.addHandler(new FaultNotes(document, faults, part.at(), neighbours));
        try {
            @Nullable T bound = mapper.treeToValue(part.node(), type);
            if (bound == null && faults.count() == before) {
                fault(part, "'" + Expectation.name(part.at()) + "' is not complete");
            }
            return faults.count() == before ? Optional.ofNullable(bound) : Optional.empty();
        } catch (JsonProcessingException refused) {
            note(part.at(), refused, before);
            return Optional.empty();
        }
    }

    /** Notes a fault of that part. */
    void fault(Part part, String sentence) {
        faults.add(document.line(part.at()), part.at(), sentence);
    }

    /** The line that part begins in. */
    int line(Part part) {
        return document.line(part.at());
    }

    private void note(JsonPointer base, JsonProcessingException refused, int before) {
        if (!(refused instanceof MismatchedInputException mismatch)) {
            throw new IllegalStateException("the binding itself is at fault", refused);
        }
        JsonPointer at = base.append(pointer(mismatch));
        if (mismatch.getOriginalMessage().startsWith("Missing required creator property")) {
            faults.add(document.line(at), at, "the key '" + Expectation.name(at) + "' is missing");
        } else if (faults.count() == before) {
            faults.add(document.line(at), at, Expectation.of(at, mismatch.getTargetType()));
        }
    }

    private static JsonPointer pointer(JsonMappingException refused) {
        JsonPointer pointer = JsonPointer.empty();
        for (JsonMappingException.Reference step : refused.getPath()) {
            pointer =
                    step.getFieldName() == null
                            ? pointer.appendIndex(step.getIndex())
                            : pointer.appendProperty(step.getFieldName());
        }
        return pointer;
    }
}
