package dev.vignette.engine.copy;

import static dev.vignette.engine.copy.ScriptedFetch.file;
import static dev.vignette.engine.copy.ScriptedFetch.status;
import static dev.vignette.engine.copy.ScriptedFetch.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.work.FreshLinks;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.provider.Asset;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenewalTest {
    private static final URI LINK = Pictures.link(0);

    @TempDir Path directory;

    private final AtomicInteger asked = new AtomicInteger();
    private CopyRoom room;

    @BeforeEach
    void open() {
        room = CopyRoom.alone(directory);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 410})
    void takesThePictureFromAFreshLinkWhenTheOldOneIsNotHonoured(int status) throws Exception {
        room.fetch.at(LINK, status(status)).at(Pictures.link(9), file(CopyRoom.PNG));

        Picture copied = room.copy(Pictures.linked(0), giving(_ -> 9));

        assertThat(room.stored(copied)).isEqualTo(CopyRoom.PNG);
        assertThat(room.fetch.calls()).containsExactly(LINK, LINK, LINK, Pictures.link(9));
        assertThat(asked).hasValue(1);
    }

    @Test
    void asksAtEveryThirdRefusalOnly() throws Exception {
        room.fetch.at(LINK, status(404));

        room.copy(Pictures.linked(0), giving(_ -> 0));

        assertThat(room.fetch.calls()).hasSize(Patience.MOST_USELESS);
        assertThat(asked).hasValue(3);
    }

    @Test
    void asksNobodyAboutALinkThatGivesSomethingElse() throws Exception {
        room.fetch.at(LINK, text("<html>"));

        room.copy(Pictures.linked(0), giving(_ -> 9));

        assertThat(asked).hasValue(0);
    }

    @Test
    void believesAProviderWhoseLinksNeverWorkOnlyFiveTimes() throws Exception {
        for (int i = 0; i < 20; i++) {
            room.fetch.at(Pictures.link(i), status(403));
        }

        Picture copied = room.copy(Pictures.linked(0), giving(times -> times));

        assertThat(copied.state()).isInstanceOf(PictureState.Lost.class);
        assertThat(asked).hasValue(Renewal.MOST);
    }

    @Test
    void asksOnceForALinkThatDiedDuringALongStandstill() throws Exception {
        room.fetch.at(LINK, status(404)).at(Pictures.link(9), file(CopyRoom.PNG));
        Picture late = Pictures.linkedUntil(0, VirtualTime.START.minusSeconds(1));

        Picture copied = room.copy(late, giving(_ -> 9));

        assertThat(room.stored(copied)).isEqualTo(CopyRoom.PNG);
        assertThat(asked).hasValue(1);
    }

    /** A provider that hands that link out, by how often it was asked. */
    private FreshLinks giving(IntFunction<Integer> link) {
        Instant expiry = VirtualTime.START.plus(Pictures.LIFE);
        return _ -> {
            URI fresh = Pictures.link(link.apply(asked.incrementAndGet()));
            return Optional.of(new Asset.Linked(fresh, List.of(), expiry, null));
        };
    }
}
