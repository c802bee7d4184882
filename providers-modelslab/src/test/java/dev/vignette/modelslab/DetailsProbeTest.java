package dev.vignette.modelslab;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.vignette.provider.Account;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Probe;
import dev.vignette.provider.Probes;
import dev.vignette.provider.Secret;
import java.net.URI;
import java.time.Clock;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetailsProbeTest {
    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'status':'success','model_count':0,'queue_time':0}|0",
                "{'status':'success','model_count':1,'queue_time':12.5}|12.5",
                "{'status':'Success','queue_time':'3'}|3",
                "{'status':'success','queue_time':-1}|",
                "{'status':'success','queue_time':'long'}|",
                "{'status':'success'}|"
            })
    void passesOnTheQueueWhenItIsTold(String body, @Nullable Double queue) {
        answer(body);

        Probe probe = probe("enterprise");

        OptionalDouble told = queue == null ? OptionalDouble.empty() : OptionalDouble.of(queue);
        assertThat(probe).isEqualTo(new Probe.Reachable(told));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'status':'error','message':'Invalid API key'}|CREDENTIALS",
                "{'status':'error','message':'This needs a premium subscription'}|CREDENTIALS",
                "{'status':'error','message':'server is warming up'}|UNAVAILABLE",
                "{'status':'error','message':'?'}|MALFORMED_ANSWER"
            })
    void readsAnErrorUnderTwoHundred(String body, FailureKind kind) {
        answer(body);

        Probe probe = probe("enterprise");

        assertThat(probe)
                .isInstanceOfSatisfying(
                        Probe.Unreachable.class,
                        unreachable -> assertThat(unreachable.failure().kind()).isEqualTo(kind));
    }

    @Test
    void asksNothingOfTheSharedServers() {
        Probe probe = probe("v6");

        assertThat(probe).isEqualTo(new Probe.Silent());
        assertThat(server.getAllServeEvents()).isEmpty();
    }

    private void answer(String body) {
        server.stubFor(
                post("/api/v1/enterprise/flux_headshot/system_details")
                        .withRequestBody(equalToJson("{\"key\":\"the-key\"}"))
                        .willReturn(okJson(body.replace('\'', '"'))));
    }

    private Probe probe(String api) {
        Account<ModelsLabSettings> account =
                new Account<>(
                        "modelslab",
                        Settings.of(api),
                        URI.create(server.baseUrl() + "/api"),
                        new Secret("the-key"),
                        Clock.systemUTC());
        return ((Probes) new ModelsLabFactory().open(account)).probe();
    }
}
