package dev.vignette.benchmark.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.benchmark.process.Api;
import dev.vignette.benchmark.process.Gateway;
import dev.vignette.benchmark.process.Orders;
import dev.vignette.benchmark.process.Workbench;
import dev.vignette.benchmark.vendor.InstantMain;
import dev.vignette.benchmark.vendor.Vendor;
import dev.vignette.sandbox.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/**
 * What the gateway adds to a call of a vendor that answers at once: an order and the download of
 * its picture, made directly and through the gateway, one after the other. Everything the gateway
 * promises to keep is on the disk before it answers.
 */
final class AddedToCall implements Measurement {
    private static final int SIDE = 128;
    private static final int WARM_UP = 1500;
    private static final int CALLS = 1000;

    @Override
    public String name() {
        return "added-to-call";
    }

    @Override
    public List<Figure> take(Workbench bench) {
        byte[] photo = bench.photo();
        try (Vendor vendor = bench.vendor(InstantMain.class, String.valueOf(SIDE));
                Gateway gateway = bench.gateway(Settings.modelsLab(bench, vendor, 5))) {
            String direct = direct(photo, vendor);
            String order = Orders.fresh(photo);
            Api api = gateway.open();
            Runnable directly = () -> callVendor(vendor, direct);
            Runnable through = () -> callGateway(api, order);
            timed(directly, WARM_UP);
            timed(through, WARM_UP);
            long[] straight = new long[CALLS];
            long[] added = new long[CALLS];
            for (int i = 0; i < CALLS; i++) {
                straight[i] = timed(directly, 1);
                added[i] = timed(through, 1);
            }
            return figures(Samples.ofNanos(straight), Samples.ofNanos(added));
        }
    }

    private static List<Figure> figures(Samples direct, Samples through) {
        return List.of(
                line("order and picture, directly", direct),
                line("the same through the gateway", through),
                Figure.of(
                                "added by the gateway",
                                "median %.2f ms, p99 %.2f ms"
                                        .formatted(
                                                through.median() - direct.median(),
                                                through.percentile(99) - direct.percentile(99)))
                        .aiming("median < 2 ms"));
    }

    private static Figure line(String what, Samples samples) {
        return Figure.of(
                what,
                "median %.2f ms, p99 %.2f ms".formatted(samples.median(), samples.percentile(99)));
    }

    /** The body the adapter sends. */
    private static String direct(byte[] photo, Vendor vendor) {
        String image = Orders.headshot(photo).path("image").asText();
        return Orders.text(
                Json.object()
                        .put("key", vendor.credential())
                        .put("prompt", "studio headshot")
                        .put("face_image", image)
                        .put("base64", true));
    }

    private static void callVendor(Vendor vendor, String body) {
        URI orders = URI.create(vendor.base() + "/v1/enterprise/flux_headshot/make_gen");
        HttpResponse<String> answer =
                Api.send(
                        HttpRequest.newBuilder(orders)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body)));
        JsonNode made = Json.read(answer.body().getBytes(UTF_8));
        String link = made.path("output").path(0).asText();
        if (Api.bytes(HttpRequest.newBuilder(URI.create(link))).body().length == 0) {
            throw new IllegalStateException("an empty picture");
        }
    }

    private static void callGateway(Api api, String order) {
        api.finished(api.create(order, "wait=20"), Duration.ofSeconds(20));
    }

    private static long timed(Runnable call, int times) {
        long begun = System.nanoTime();
        for (int i = 0; i < times; i++) {
            call.run();
        }
        return System.nanoTime() - begun;
    }
}
