package dev.vignette.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.order.CallbackLinks;
import dev.vignette.generation.Production;
import dev.vignette.generation.Stage;
import dev.vignette.id.AttemptId;
import dev.vignette.id.GenerationId;
import dev.vignette.objects.Content;
import dev.vignette.server.http.auth.ClientAccess;
import dev.vignette.tck.SettableClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PhotoLinksTest {
    private final TestServer server = TestServer.open();
    private final GenerationId id = server.accepted();
    private String path = "";

    @BeforeEach
    void lend() {
        Production production = production();
        server.bean(InMemoryProductions.class).add(production);
        server.bean(InMemoryObjects.class)
                .put(production.photo(), Content.of(Samples.photo(), "image/png"));
        path =
                server.bean(CallbackLinks.class)
                        .photo(new AttemptId("att_1"), production)
                        .orElseThrow()
                        .getRawPath();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void lendsThePhotoWhileItIsNeeded() {
        HttpResponse<byte[]> answer = server.fetch(server.to(path));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Samples.photo());
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
    }

    @Test
    void knowsNothingOfAChangedLink() {
        assertThat(server.get(path + "A").statusCode()).isEqualTo(404);
        assertThat(server.get(path.replace("att_1", "att_2")).statusCode()).isEqualTo(404);
        assertThat(server.get("/in/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void endsSoonAfterTheBuying() {
        server.bean(SettableClock.class).advance(Duration.ofMinutes(16));

        assertThat(server.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void endsWhenThePicturesAreMade() {
        server.generations().advance(id, Stage.DONE);
        server.bean(InMemoryProductions.class).add(production());

        assertThat(server.get(path).statusCode()).isEqualTo(404);
    }

    private Production production() {
        return server.generations()
                .find(ClientAccess.LOCAL.client(), id)
                .orElseThrow()
                .production();
    }
}
