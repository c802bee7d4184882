package dev.vignette.benchmark.baseline;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;

/** Reads the whole body as a strict tree and answers a constant. */
@Controller("/v1/generations")
@ExecuteOn(TaskExecutors.BLOCKING)
final class BaselineController {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();
    private static final String ANSWER = "{\"status\":\"succeeded\",\"done\":true}";

    @Post(consumes = MediaType.APPLICATION_JSON, produces = MediaType.APPLICATION_JSON)
    String create(@Body byte[] body) throws IOException {
        JsonNode tree = MAPPER.readTree(body);
        if (!tree.path("kind").isTextual()) {
            throw new IllegalArgumentException("no kind");
        }
        return ANSWER;
    }
}
