package dev.vignette.tck.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.provider.Asset;
import dev.vignette.provider.Delivery;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.Submission;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of an order that the vendor answers. */
public interface SubmitContract extends VendorUnderTest {

    @Test
    default void deliversAtOnceWhatIsFinishedAtOnce() {
        replaying(
                Scenario.FINISHES_AT_ONCE,
                replay -> {
                    Submission submission = replay.adapter().submit(order());

                    assertThat(submission).isInstanceOf(Submission.Finished.class);
                    assertDelivers(((Submission.Finished) submission).delivery());
                });
    }

    @Test
    default void takesAnOrderThatIsNotFinishedYet() {
        replaying(
                Scenario.FINISHES_AFTER_TWO_CHECKS,
                replay -> {
                    Submission submission = replay.adapter().submit(order());

                    assertThat(submission)
                            .isInstanceOfSatisfying(
                                    Submission.Accepted.class,
                                    accepted -> {
                                        assertThat(accepted.task().providerId()).isNotBlank();
                                        assertThat(accepted.checkAfter()).isPositive();
                                    });
                });
    }

    @Test
    default void saysThatTheInputIsWrong() {
        replaying(Scenario.BAD_INPUT, replay -> assertRefused(replay, FailureKind.INVALID_INPUT));
    }

    @Test
    default void saysThatTheCredentialIsRefused() {
        replaying(
                Scenario.BAD_CREDENTIALS, replay -> assertRefused(replay, FailureKind.CREDENTIALS));
    }

    @Test
    default void saysThatTheAccountIsOutOfCredit() {
        replaying(
                Scenario.OUT_OF_CREDIT, replay -> assertRefused(replay, FailureKind.OUT_OF_CREDIT));
    }

    @Test
    default void passesOnHowLongAThrottledOrderShouldWait() {
        replaying(
                Scenario.THROTTLED,
                replay -> {
                    ProviderFailure failure = assertRefused(replay, FailureKind.THROTTLED);

                    assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
                });
    }

    @Test
    default void inventsNoWaitThatTheVendorDidNotAskFor() {
        replaying(
                Scenario.THROTTLED_WITHOUT_A_WAIT,
                replay -> {
                    ProviderFailure failure = assertRefused(replay, FailureKind.THROTTLED);

                    assertThat(failure.retryAfter()).isEmpty();
                });
    }

    @Test
    default void doesNotKnowTheOutcomeAfterAServerError() {
        replaying(Scenario.SERVER_DOWN_ON_SUBMIT, replay -> assertUnknown(replay));
    }

    @Test
    default void doesNotKnowTheOutcomeAfterHalfAJson() {
        replaying(Scenario.BROKEN_JSON_ON_SUBMIT, replay -> assertUnknown(replay));
    }

    @Test
    default void doesNotKnowTheOutcomeAfterAPageOfHtml() {
        replaying(Scenario.HTML_ON_SUBMIT, replay -> assertUnknown(replay));
    }

    @Test
    default void doesNotKnowTheOutcomeOfAnAnswerWithoutAnId() {
        replaying(Scenario.ANSWER_WITHOUT_AN_ID, replay -> assertUnknown(replay));
    }

    private void assertDelivers(Delivery delivery) {
        assertThat(delivery.assets()).hasSize(order().count());
        assertThat(delivery.assets())
                .allSatisfy(asset -> {
                    switch (asset) {
                        case Asset.Linked linked -> assertThat(linked.expiresAt()).isAfter(NOW);
                        case Asset.Inline inline -> assertThat(inline.base64()).isNotBlank();
                    }
                });
    }

    private ProviderFailure assertRefused(Replay replay, FailureKind kind) {
        Submission submission = replay.adapter().submit(order());

        assertThat(submission).isInstanceOf(Submission.Refused.class);
        ProviderFailure failure = ((Submission.Refused) submission).failure();
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.detail()).isNotBlank();
        return failure;
    }

    private void assertUnknown(Replay replay) {
        Submission submission = replay.adapter().submit(order());

        assertThat(submission)
                .isInstanceOfSatisfying(
                        Submission.Unknown.class,
                        unknown -> assertThat(unknown.note()).isNotBlank());
        assertThat(replay.orders()).isEqualTo(1);
    }
}
