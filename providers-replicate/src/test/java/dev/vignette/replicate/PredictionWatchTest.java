package dev.vignette.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Progress;
import dev.vignette.provider.SeenJob;
import dev.vignette.provider.SeenJob.Stand;
import dev.vignette.provider.Submission;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.WatchesJobs.Reading;
import dev.vignette.tck.Orders;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many predictions seen in one call, at the double. */
final class PredictionWatchTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final DoubleDriver driver = new DoubleDriver();
    private final ReplicateProvider adapter = driver.adapter();
    private final Instant begun = driver.clock().instant();

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void showsWhatIsStillAtWork() {
        driver.pictureTakesSeconds(60);
        TaskHandle job = order();

        assertThat(seen(begun, begun.plus(SECOND)))
                .containsExactly(new SeenJob(job, begun, new Stand.Working()));
    }

    @Test
    void showsWhatWasDeliveredAsALookAtItAloneDoes() {
        TaskHandle job = order();
        driver.clock().advance(Duration.ofMinutes(2));

        SeenJob seen = seen(begun, begun.plus(SECOND)).getFirst();

        Progress.Finished alone = (Progress.Finished) adapter.check(job);
        assertThat(alone.delivery().assets()).isNotEmpty();
        assertThat(seen.stand()).isEqualTo(new Stand.Finished(alone.delivery()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"run_fails", "content_refused", "data_removed"})
    void leavesItToALookHowAnyOtherEndIsToBeTaken(String fault) {
        driver.arm(fault);
        TaskHandle job = order();
        driver.clock().advance(Duration.ofMinutes(2));

        assertThat(seen(begun, begun.plus(SECOND)))
                .containsExactly(new SeenJob(job, begun, new Stand.Over()));
    }

    @Test
    void readsThatSpanAndNoOther() {
        TaskHandle first = order();
        driver.clock().advance(SECOND);
        TaskHandle second = order();

        assertThat(seen(begun, begun.plus(SECOND)))
                .extracting(SeenJob::task)
                .containsExactly(first);
        assertThat(seen(begun.plus(SECOND), begun.plusSeconds(2)))
                .extracting(SeenJob::task)
                .containsExactly(second);
    }

    @Test
    void takesACallForEachHundred() {
        Map<TaskHandle, Instant> ordered = new HashMap<>();
        for (int i = 0; i < 101; i++) {
            ordered.put(order(), driver.clock().instant());
            driver.clock().advance(Duration.ofMillis(1));
        }

        Reading reading = adapter.watch(begun, begun.plus(SECOND));

        assertThat(reading.calls()).isEqualTo(2);
        assertThat(((Reading.Complete) reading).jobs())
                .hasSize(101)
                .allSatisfy(job -> assertThat(ordered).containsEntry(job.task(), job.createdAt()));
    }

    @Test
    void takesNothingFromAListThatBreaksOnTheWay() {
        for (int i = 0; i < 101; i++) {
            order();
        }
        driver.arm("later_page_unavailable");

        Reading reading = adapter.watch(begun, begun.plus(SECOND));

        assertThat(reading).isInstanceOf(Reading.Broken.class);
        assertThat(reading.calls()).isEqualTo(2);
        assertThat(((Reading.Broken) reading).failure().kind()).isEqualTo(FailureKind.UNAVAILABLE);
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

    private List<SeenJob> seen(Instant from, Instant to) {
        Reading reading = adapter.watch(from, to);
        assertThat(reading).isInstanceOf(Reading.Complete.class);
        assertThat(reading.calls()).isOne();
        return ((Reading.Complete) reading).jobs();
    }
}
