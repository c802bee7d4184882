package dev.vignette.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DocsTest {
    private static final TestServer SERVER = TestServer.open();

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void describesTheApiValidly() {
        SwaggerParseResult result = described();

        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getPaths().keySet())
                .containsExactlyInAnyOrder(
                        "/v1/generations",
                        "/v1/generations/{id}",
                        "/v1/generations/{id}/cancel",
                        "/v1/costs/repricings",
                        "/v1/generations/{id}/images/{index}",
                        "/v1/attempts",
                        "/v1/attempts/{id}",
                        "/v1/attempts/{id}/settle",
                        "/v1/config",
                        "/v1/config/plan",
                        "/v1/providers",
                        "/v1/providers/{name}/pause",
                        "/v1/providers/{name}/resume",
                        "/v1/routes",
                        "/v1/config/rollback",
                        "/v1/config/versions/{number}",
                        "/v1/erasures/{id}",
                        "/v1/kinds",
                        "/v1/costs/comparison",
                        "/v1/costs/focus",
                        "/v1/costs",
                        "/v1/costs/reconciliations",
                        "/v1/costs/reconciliations/{id}",
                        "/v1/quotes",
                        "/v1/costs/entries",
                        "/v1/costs/accounts");
    }

    @Test
    void describesTheRequestWithItsRanges() {
        OpenAPI api = described().getOpenAPI();

        Schema<?> request = required(api.getComponents().getSchemas().get("GenerationRequest"));
        Schema<?> count = (Schema<?>) required(request.getProperties().get("count"));
        assertThat(request.getRequired()).containsExactlyInAnyOrder("kind", "image");
        assertThat(request.getProperties()).hasSize(23).containsKey("negative_prompt");
        assertThat(count.getMinimum()).isEqualTo(BigDecimal.ONE);
        assertThat(count.getMaximum()).isEqualTo(BigDecimal.valueOf(13));
        assertThat(
                        required(api.getPaths().get("/v1/generations"))
                                .getPost()
                                .getRequestBody()
                                .getContent())
                .containsOnlyKeys("application/json", "multipart/form-data");
    }

    @Test
    void describesEveryMemberUnderTheNameItHas() {
        Components described = described().getOpenAPI().getComponents();
        HttpResponse<String> generation = SERVER.post(Samples.json(""));
        HttpResponse<String> problem = SERVER.get("/v1/generations/none");

        assertThat(described.getSchemas().values())
                .allSatisfy(schema ->
                        assertThat(members(schema))
                                .allSatisfy(name -> assertThat(name).matches("[a-z][a-z0-9_]*")));
        assertThat(members(required(described.getSchemas().get("Generation"))))
                .containsAll(names(generation));
        assertThat(members(required(described.getSchemas().get("Problem"))))
                .containsAll(names(problem));
    }

    private static Set<String> members(Schema<?> schema) {
        return schema.getProperties() == null ? Set.of() : schema.getProperties().keySet();
    }

    private static Set<String> names(HttpResponse<String> answer) {
        Set<String> names = new TreeSet<>();
        TestServer.json(answer).fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void describesHeadersQueriesAndRefusals() {
        OpenAPI api = described().getOpenAPI();
        Operation create = required(api.getPaths().get("/v1/generations")).getPost();
        Operation list = required(api.getPaths().get("/v1/generations")).getGet();

        assertThat(create.getParameters())
                .extracting(Parameter::getName)
                .containsExactlyInAnyOrder("Idempotency-Key", "Prefer");
        assertThat(list.getParameters())
                .extracting(Parameter::getName)
                .containsExactlyInAnyOrder(
                        "status", "kind", "provider", "subject", "limit", "cursor");
        assertThat(list.getParameters())
                .allSatisfy(p -> assertThat(p.getSchema().getType()).isIn("string", "integer"));
        List<Operation> all =
                api.getPaths().values().stream()
                        .flatMap(path -> path.readOperations().stream())
                        .toList();
        assertThat(all)
                .allSatisfy(operation ->
                        assertThat(required(operation.getResponses().get("4XX")).getContent())
                                .containsOnlyKeys("application/problem+json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/docs/start.js", "/docs/swagger-ui.css"})
    void servesThePageFromItsOwnFiles(String path) {
        assertThat(SERVER.get(path).statusCode()).isEqualTo(200);
        assertThat(SERVER.get(path).headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs/other.js", "/docs/..%2Fstart.js", "/docs/start.js.map"})
    void servesNothingElse(String path) {
        assertThat(SERVER.get(path).statusCode()).isEqualTo(404);
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    private static SwaggerParseResult described() {
        return new OpenAPIV3Parser().readContents(SERVER.get("/openapi.yaml").body());
    }
}
