package dev.vignette.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.surroundings.Policy;
import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.provider.ImageProvider;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What orders that are out rely on while settings change. */
final class RunningOrdersTest {
    private static final String HERE =
            "vignette:\n  providers:\n    studio: {base-url: 'https://here.test'}\n";
    private static final String THERE = HERE.replace("here", "there");

    @TempDir Path directory;
    private Desk desk;

    @BeforeEach
    void open() {
        Desk.put(directory.resolve("vignette.yml"), HERE);
        desk = Desk.open(directory.resolve("vignette.yml"));
    }

    private static ProviderSlot slot(Policy policy) {
        return Objects.requireNonNull(policy.providers().get("studio"));
    }

    private static ImageProvider account(Policy policy) {
        return slot(policy).provider();
    }

    private ImageProvider account(long version) {
        return account(desk.inForce.numbered(version).orElseThrow());
    }

    @Test
    void keepTheAccountTheyWereSentTo() {
        desk.write(THERE);

        assertThat(desk.vendor.opened())
                .extracting(line -> line.account().baseUrl())
                .containsExactly(URI.create("https://here.test"), URI.create("https://there.test"));
        assertThat(account(1)).isSameAs(desk.vendor.opened().getFirst());
        assertThat(account(desk.inForce.inForce())).isSameAs(desk.vendor.opened().getLast());
        assertThat(desk.vendor.opened()).noneMatch(line -> line.closed().get());
    }

    @Test
    void shareAnAccountThatDidNotChange() {
        desk.write(HERE + "  cache: {ttl: 1h}\n");
        desk.write(HERE.replace("}", ", in-flight: 3}"));

        assertThat(desk.vendor.opened()).hasSize(1);
        assertThat(account(3)).isSameAs(account(1));
        assertThat(slot(desk.inForce.inForce()).limits().inFlight()).hasValue(3);
    }

    @Test
    void loseNoAccountToAnIdenticalOneThatIsOver() {
        desk.write(THERE).write(HERE);
        desk.clock.advance(Duration.ofHours(25));

        desk.inForce.follow();

        assertThat(desk.vendor.opened().getFirst().closed()).isFalse();
        assertThat(desk.vendor.opened().getLast().closed()).isTrue();
    }

    @Test
    void haveTheirAccountForADay() {
        desk.write(THERE);

        desk.clock.advance(Duration.ofHours(23));
        desk.inForce.follow();
        assertThat(desk.vendor.opened().getFirst().closed()).isFalse();

        desk.clock.advance(Duration.ofHours(2));
        desk.inForce.follow();
        assertThat(desk.vendor.opened().getFirst().closed()).isTrue();
        assertThat(desk.inForce.numbered(1)).isEmpty();
        assertThat(desk.vendor.opened().getLast().closed()).isFalse();
    }

    @Test
    void findTheirAccountAgainAfterARestart() {
        desk.write(THERE);

        desk = desk.again(directory.resolve("vignette.yml"));

        assertThat(((ClosableAdapter.Line) account(1)).account().baseUrl())
                .isEqualTo(URI.create("https://here.test"));
    }

    @Test
    void areNotTouchedByWhatIsOnlyLookedAt() {
        desk.write(THERE);
        int before = desk.vendor.opened().size();

        try (Candidate _ = desk.candidates.read("candidate", HERE.replace("here", "nowhere"))) {
            assertThat(desk.vendor.opened()).hasSize(before + 1);
        }

        assertThat(desk.vendor.opened().getLast().closed()).isTrue();
        assertThat(desk.vendor.opened().subList(0, before)).noneMatch(line -> line.closed().get());
        assertThat(desk.version()).isEqualTo(2);
    }
}
