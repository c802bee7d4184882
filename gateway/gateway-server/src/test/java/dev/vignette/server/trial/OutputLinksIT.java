package dev.vignette.server.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.sandbox.Bytes;
import dev.vignette.sandbox.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Links to paid pictures that do not give the picture, at first or ever. */
@ExtendWith(SharedGateway.class)
class OutputLinksIT {
    private final Gateway gateway;
    private final Vendor replicate;

    OutputLinksIT(Gateway gateway) {
        this.gateway = gateway;
        this.replicate = gateway.replicate();
    }

    @Test
    void aPictureThatIsNotThereYetIsAwaited() throws Exception {
        replicate.nextLink(Twist.page(404));
        replicate.nextLink(Twist.page(404));

        assertWholeAndPaidOnce();
    }

    @Test
    void aPageInsteadOfThePictureIsNotTakenForIt() throws Exception {
        replicate.nextLink(Twist.page(200));

        assertWholeAndPaidOnce();
    }

    @Test
    void halfAPictureIsFetchedAgain() throws Exception {
        replicate.nextLink(Twist.half());

        assertWholeAndPaidOnce();
    }

    @Test
    void aPictureThatNeverComesIsLostAndStillPaid() throws Exception {
        replicate.everyLink(Twist.page(404));
        replicate.nextOrder(madeLongAgo());
        int orders = replicate.orders().size();

        JsonNode failed = gateway.make(Gateway.series());

        replicate.everyLink(Twist.NONE);
        assertThat(failed.path("error").path("code").asText())
                .as(failed.toString())
                .isEqualTo("output_lost");
        assertThat(failed.path("error").path("charged").asBoolean()).isTrue();
        assertThat(failed.path("cost").path("amount").asText()).isEqualTo("0.04");
        assertThat(replicate.orders()).hasSize(orders + 1);
    }

    @Test
    void oneByteASecondHoldsUpNobodyElse() throws Exception {
        int downloads = replicate.downloads();
        replicate.nextLink(Twist.oneByteASecond());
        String slow = gateway.begin(Gateway.series());
        gateway.program().await("no download", () -> replicate.downloads() > downloads);

        assertWholeAndPaidOnce();

        assertThat(gateway.generation(slow).path("status").asText()).isEqualTo("storing");
    }

    /** The picture arrives in the end, as the vendor sent it, for one order and one charge. */
    private void assertWholeAndPaidOnce() throws Exception {
        int orders = replicate.orders().size();
        AtomicReference<Bytes> sent = new AtomicReference<>();
        replicate.everyLink(proper -> {
            Reply.Whole whole = proper.get();
            sent.set(whole.body());
            return whole;
        });

        JsonNode made = gateway.make(Gateway.series());

        replicate.everyLink(Twist.NONE);
        assertThat(made.path("status").asText()).as(made.toString()).isEqualTo("succeeded");
        JsonNode image = made.path("images").get(0);
        assertThat(Bytes.of(gateway.download(image.path("url").asText()))).isEqualTo(sent.get());
        assertThat(made.path("cost").path("amount").asText()).isEqualTo("0.04");
        assertThat(gateway.charges(made.path("id").asText())).hasSize(1);
        assertThat(replicate.orders()).hasSize(orders + 1);
    }

    /** Its links, good for an hour, are about to die. */
    private static Twist madeLongAgo() {
        return proper -> {
            Reply.Whole whole = proper.get();
            String body = new String(whole.body().array(), StandardCharsets.UTF_8);
            Instant created = Instant.now().minus(Duration.ofHours(1)).plusSeconds(4);
            String changed =
                    body.replaceFirst(
                            "\"created_at\":\"[^\"]+\"", "\"created_at\":\"" + created + "\"");
            return new Reply.Whole(whole.status(), whole.headers(), Bytes.of(changed));
        };
    }
}
