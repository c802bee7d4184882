package dev.vignette.tck.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Order;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing an adapter says or logs gives a secret away, whatever the vendor answers. */
public interface SecrecyContract extends VendorUnderTest {

    @ParameterizedTest
    @EnumSource(Scenario.class)
    default void givesNoSecretAwayAndOrdersAtMostOnce(Scenario scenario) {
        replaying(
                scenario,
                replay -> {
                    try (CapturedLog log = CapturedLog.capture()) {
                        ImageProvider adapter = replay.impatientAdapter();

                        Journey journey = Journey.of(adapter, order());

                        String said = adapter + " " + journey.outcomes() + " " + log.text();
                        assertThat(said).doesNotContain(CREDENTIAL.reveal());
                        assertThat(said).doesNotContain(startOfPhoto(order()));
                        assertThat(replay.orders()).isEqualTo(1);
                    }
                });
    }

    private static String startOfPhoto(Order order) {
        String base64 = Base64.getEncoder().encodeToString(order.photo().content().get());
        return base64.substring(0, 60);
    }
}
