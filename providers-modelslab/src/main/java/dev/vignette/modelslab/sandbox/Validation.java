package dev.vignette.modelslab.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vignette.sandbox.Json;
import java.math.BigDecimal;

/** Checks an order's members; numbers may come as text, as in the vendor's examples. */
final class Validation {
    private final ObjectNode complaints = Json.object();
    private final JsonNode order;

    private Validation(JsonNode order) {
        this.order = order;
    }

    /** What is wrong, as a list of sentences for each member; empty when all is well. */
    static ObjectNode of(JsonNode order, HeadshotApi api) {
        Validation validation = new Validation(order);
        validation.required("prompt");
        validation.required("face_image");
        validation.between("width", 256, api.largestSide());
        validation.between("height", 256, api.largestSide());
        validation.between("num_inference_steps", 1, 26);
        validation.between("guidance_scale", 1, 10);
        validation.between("seed", 0, 4_294_967_295L);
        if (!order.has("seed")) {
            validation.complain("seed", "The seed field is required.");
        }
        return validation.complaints;
    }

    private void required(String member) {
        if (order.path(member).asText("").isBlank()) {
            complain(member, "The " + member.replace('_', ' ') + " field is required.");
        }
    }

    private void between(String member, long min, long max) {
        JsonNode value = order.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        try {
            BigDecimal number = new BigDecimal(value.asText());
            if (number.compareTo(BigDecimal.valueOf(min)) < 0
                    || number.compareTo(BigDecimal.valueOf(max)) > 0) {
                complain(member, "The " + member + " must be between " + min + " and " + max + ".");
            }
        } catch (NumberFormatException _) {
            complain(member, "The " + member + " must be a number.");
        }
    }

    private void complain(String member, String sentence) {
        complaints.putArray(member).add(sentence);
    }
}
