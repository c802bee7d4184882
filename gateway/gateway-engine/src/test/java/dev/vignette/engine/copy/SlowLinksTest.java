package dev.vignette.engine.copy;

import static dev.vignette.engine.copy.ScriptedFetch.file;
import static dev.vignette.engine.copy.ScriptedFetch.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.copy.ScriptedFetch.Answer;
import dev.vignette.fetch.Fetched;
import dev.vignette.generation.Picture;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** As many links as there are lanes give a byte a second. */
@Timeout(60)
class SlowLinksTest {
    private static final int LANES = 8;
    private static final int OTHERS = 12;

    @TempDir Path directory;

    private final AtomicInteger crawling = new AtomicInteger();
    private final AtomicInteger gaveWay = new AtomicInteger();
    private CopyRoom room;

    @BeforeEach
    void open() {
        room = CopyRoom.alone(directory);
    }

    @Test
    void letOtherPicturesThroughAndGoOnLaterWhereTheyWere() throws Exception {
        room.time.share(LANES + OTHERS);
        List<Picture> settled;
        try (ManyCopies copies = new ManyCopies(room)) {
            for (int i = 0; i < LANES; i++) {
                room.fetch.at(Pictures.link(i), aByteASecond(), restOnly());
                copies.begin(soon(i));
            }
            Await.until(() -> crawling.get() > 0);
            for (int i = LANES; i < LANES + OTHERS; i++) {
                room.fetch.at(Pictures.link(i), file(CopyRoom.PNG));
                copies.begin(Pictures.linked(i));
            }
            settled = copies.settled();
        }

        assertThat(settled)
                .hasSize(LANES + OTHERS)
                .allSatisfy(picture -> assertThat(room.stored(picture)).isEqualTo(CopyRoom.PNG));
        assertThat(gaveWay.get()).isPositive();
    }

    @Test
    void keepTheirLanesWhileNobodyElseWaits() throws Exception {
        room.fetch.at(
                Pictures.link(0),
                landing -> {
                    assertThat(landing.worthWhile(0)).isTrue();
                    return file(CopyRoom.PNG).into(landing);
                });

        Picture copied = room.copy(Pictures.linked(0));

        assertThat(room.stored(copied)).isEqualTo(CopyRoom.PNG);
    }

    /** Ten bytes, and then one after the other until somebody else wants the lane. */
    private Answer aByteASecond() {
        return landing -> {
            landing.begin("\"v1\"").write(CopyRoom.PNG, 0, 10);
            crawling.incrementAndGet();
            while (landing.worthWhile(1)) {
                LockSupport.parkNanos(1_000_000);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            gaveWay.incrementAndGet();
            return new Fetched.Broken("the connection broke");
        };
    }

    private static Answer restOnly() {
        return landing -> {
            assertThat(landing.reached())
                    .hasValueSatisfying(here -> assertThat(here.bytes()).isEqualTo(10));
            return until(CopyRoom.PNG, CopyRoom.PNG.length).into(landing);
        };
    }

    /** Its link dies before those of the others. */
    private static Picture soon(int index) {
        Instant expiry = VirtualTime.START.plus(Duration.ofMinutes(50));
        return Pictures.linkedUntil(index, expiry);
    }
}
