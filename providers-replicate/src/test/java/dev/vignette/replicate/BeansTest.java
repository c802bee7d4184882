package dev.vignette.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.provider.AdapterFactory;
import dev.vignette.replicate.sandbox.ReplicateDouble;
import dev.vignette.sandbox.ProviderDouble;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.Test;

/** The gateway knows no vendor's classes: it finds them by their interfaces. */
final class BeansTest {

    @Test
    void theAdapterAndItsDoubleAreFoundAtStart() {
        try (ApplicationContext context = ApplicationContext.run()) {
            assertThat(context.getBean(AdapterFactory.class)).isInstanceOf(ReplicateFactory.class);
            assertThat(context.getBean(ProviderDouble.class)).isInstanceOf(ReplicateDouble.class);
        }
    }
}
