package dev.vignette.server.http;

import org.junit.jupiter.api.Test;

final class SmokeTest {
    @Test
    void smoke() {
        try (TestServer server = TestServer.open()) {
            for (String path :
                    new String[] {
                        "/v1/kinds",
                        "/nope",
                        "/problems",
                        "/problems/no_route",
                        "/docs",
                        "/docs/swagger-ui.css",
                        "/v1/costs",
                        "/v1/costs?format=csv",
                        "/v1/generations",
                        "/v1/generations/gen_x"
                    }) {
                var r = server.get(path);
                System.out.println(path + " " + r.statusCode() + " " + r.headers().map());
                System.out.println(r.body().substring(0, Math.min(300, r.body().length())));
            }
            var r = server.post(Samples.json(",\"count\":2"));
            System.out.println(r.statusCode() + " " + r.headers().map() + r.body());
            server.generations().succeed(new dev.vignette.id.GenerationId("gen_0001"));
            System.out.println(server.get("/v1/generations/gen_0001").body());
            r = server.post(Samples.json(",\"count\":2"));
            System.out.println(r.statusCode() + " " + r.headers().map() + r.body());
        }
    }
}
