package dev.vignette.replicate.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vignette.sandbox.Json;
import dev.vignette.sandbox.Reply;
import dev.vignette.sandbox.Request;

/** Describes the one model there is. */
final class ModelView {

    private ModelView() {}

    static Reply show(Request request) {
        String asked = request.variable("owner") + "/" + request.variable("name");
        return asked.equals(JobView.MODEL)
                ? Reply.json(200, description(request))
                : Problems.notFound();
    }

    private static ObjectNode description(Request request) {
        return Json.object()
                .put("url", "https://replicate.com/" + JobView.MODEL)
                .put("owner", request.variable("owner"))
                .put("name", request.variable("name"))
                .put("visibility", "public")
                .putNull("latest_version");
    }
}
