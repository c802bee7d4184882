package dev.vignette.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Progress;
import dev.vignette.provider.Submission;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.TellsUsage.UsagePage;
import dev.vignette.provider.TellsUsage.UsedJob;
import dev.vignette.tck.Orders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What predictions used, at the double. */
final class PredictionUsageTest {
    private final DoubleDriver driver = new DoubleDriver();
    private final ReplicateProvider adapter = driver.adapter();
    private final Instant begun = driver.clock().instant();

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void tellsTheSecondsOfWhatHasEnded() {
        TaskHandle job = order();
        driver.clock().advance(Duration.ofMinutes(2));
        Progress.Finished alone = (Progress.Finished) adapter.check(job);

        assertThat(used())
                .containsExactly(
                        new UsedJob(
                                job.providerId(), begun, alone.delivery().usage().gpuSeconds()));
    }

    @Test
    void leavesOutWhatIsAtWork() {
        driver.pictureTakesSeconds(60);
        order();

        assertThat(used()).isEmpty();
    }

    @Test
    void readsAllPages() {
        for (int i = 0; i < 230; i++) {
            order();
        }
        driver.clock().advance(Duration.ofMinutes(2));

        assertThat(used()).extracting(UsedJob::job).doesNotHaveDuplicates().hasSize(230);
    }

    @Test
    void saysWhyTheListCannotBeRead() {
        for (int i = 0; i < 101; i++) {
            order();
        }
        driver.clock().advance(Duration.ofMinutes(2));
        driver.arm("later_page_unavailable");
        UsagePage.Read first = read(null);

        UsagePage second = adapter.usage(begun, begun.plusSeconds(1), first.next());

        assertThat(second)
                .isInstanceOfSatisfying(
                        UsagePage.Broken.class,
                        broken ->
                                assertThat(broken.failure().kind())
                                        .isEqualTo(FailureKind.UNAVAILABLE));
    }

    private UsagePage.Read read(@Nullable String cursor) {
        return (UsagePage.Read) adapter.usage(begun, begun.plusSeconds(1), cursor);
    }

    private List<UsedJob> used() {
        List<UsedJob> used = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            UsagePage.Read page = read(cursor);
            used.addAll(page.jobs());
            cursor = page.next();
        } while (cursor != null);
        return used;
    }

    private TaskHandle order() {
        Submission submission = adapter.submit(Orders.valid().order());
        return switch (submission) {
            case Submission.Accepted accepted -> accepted.task();
            case Submission.Ended ended -> ended.task();
            case Submission.Finished finished -> finished.task();
            case Submission.Refused _, Submission.NotSent _, Submission.Unknown _ ->
                    throw new AssertionError("not taken: " + submission);
        };
    }
}
