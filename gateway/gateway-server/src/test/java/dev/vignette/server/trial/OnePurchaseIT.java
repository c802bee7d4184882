package dev.vignette.server.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Identical requests share one purchase. */
@ExtendWith(SharedGateway.class)
class OnePurchaseIT {
    private static final int CALLERS = 1_000;

    private final Gateway gateway;

    OnePurchaseIT(Gateway gateway) {
        this.gateway = gateway;
    }

    @Test
    void aThousandCallersAtOnceBuyOnce() throws Exception {
        int orders = gateway.replicate().orders().size();
        HttpRequest request =
                gateway.asking(Gateway.written(Gateway.series()), "Prefer", "wait=50");

        List<CompletableFuture<HttpResponse<String>>> calls =
                IntStream.range(0, CALLERS)
                        .mapToObj(_ -> gateway.http().sendAsync(request, BodyHandlers.ofString()))
                        .toList();

        Set<String> ids = new HashSet<>();
        Set<String> pictures = new HashSet<>();
        int paid = 0;
        for (CompletableFuture<HttpResponse<String>> call : calls) {
            JsonNode made = Gateway.read(call.join());
            assertThat(made.path("status").asText()).as(made.toString()).isEqualTo("succeeded");
            ids.add(made.path("id").asText());
            pictures.add(made.path("images").get(0).path("sha256").asText());
            paid += made.path("cost").path("amount").asText().equals("0.04") ? 1 : 0;
        }
        assertThat(ids).hasSize(CALLERS);
        assertThat(pictures).hasSize(1);
        assertThat(paid).isEqualTo(1);
        assertThat(gateway.replicate().orders()).hasSize(orders + 1);
    }

    @Test
    void aPictureThatIsGoneIsBoughtAnew() throws Exception {
        Map<String, Object> request = Gateway.series();
        Set<Path> before = gateway.files("objects");
        assertThat(gateway.make(request).path("status").asText()).isEqualTo("succeeded");
        assertThat(gateway.make(request).path("cache").path("hit").asBoolean()).isTrue();
        int orders = gateway.replicate().orders().size();

        Set<Path> its = gateway.files("objects");
        its.removeAll(before);
        for (Path file : its) {
            Files.delete(file);
        }
        JsonNode again = gateway.make(request);

        assertThat(again.path("status").asText()).as(again.toString()).isEqualTo("succeeded");
        assertThat(again.path("cache").path("hit").asBoolean()).isFalse();
        assertThat(gateway.replicate().orders()).hasSize(orders + 1);
    }
}
