package dev.vignette.storage.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.store.SendMark;
import dev.vignette.tck.store.Progress;
import dev.vignette.tck.store.SendMarkContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SendMarkFileTest implements SendMarkContract {

    @TempDir Path directory;

    private SendMarkFile mark;

    @BeforeEach
    void open() {
        mark = SendMarkFile.in(directory);
    }

    @AfterEach
    void close() {
        mark.close();
    }

    @Override
    public SendMark mark() {
        return mark;
    }

    @Test
    void isThereAfterARestart() {
        Instant later = Instant.parse("2026-11-20T10:00:01Z");
        mark.departed(Progress.SENT.minusSeconds(1));
        mark.departed(later);

        close();
        open();

        assertThat(mark.last()).contains(later);
    }

    @Test
    void isForgottenAfterARestartToo() {
        mark.departed(Progress.SENT);
        mark.forget();

        close();
        open();

        assertThat(mark.last()).isEmpty();
    }

    @Test
    void isWrittenAlsoByAThreadThatIsInterrupted() throws InterruptedException {
        Thread interrupted =
                Thread.startVirtualThread(() -> {
                    Thread.currentThread().interrupt();
                    mark.departed(Progress.SENT);
                });
        interrupted.join();

        mark.departed(Progress.ENDED);

        assertThat(mark.last()).contains(Progress.ENDED);
    }

    @Test
    void beginsAnewAfterACrashOfTheMachineThatLeftNothingReadable() throws IOException {
        close();
        Files.write(directory.resolve("last-send"), new byte[31]);

        open();

        assertThat(mark.last()).isEmpty();
    }
}
