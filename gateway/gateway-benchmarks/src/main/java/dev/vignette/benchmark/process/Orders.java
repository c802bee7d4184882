package dev.vignette.benchmark.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vignette.sandbox.Json;
import java.util.Base64;

/** What apps ask for. */
public final class Orders {
    private Orders() {}

    /** One headshot of that photo, sent inline. */
    public static ObjectNode headshot(byte[] photo) {
        String image = "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(photo);
        return Json.object().put("kind", "headshot").put("image", image);
    }

    /** The same, made anew each time. */
    public static String fresh(byte[] photo) {
        return text(headshot(photo).put("cache", "off"));
    }

    /** The body to send. */
    public static String text(ObjectNode order) {
        return new String(Json.write(order), UTF_8);
    }
}
