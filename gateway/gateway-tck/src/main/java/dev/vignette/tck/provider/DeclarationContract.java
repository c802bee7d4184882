package dev.vignette.tck.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.portrait.Background;
import dev.vignette.portrait.Kind;
import dev.vignette.portrait.Member;
import dev.vignette.portrait.OutputFormat;
import dev.vignette.portrait.Style;
import dev.vignette.provider.Capabilities;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Order;
import dev.vignette.provider.Submission;
import dev.vignette.provider.Support;
import dev.vignette.tck.Orders;
import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an adapter declares is what it does; the rest it refuses without a call. */
public interface DeclarationContract extends VendorUnderTest {
    /** Every member set to a value that is in range at most vendors. */
    Style EVERYTHING =
            new Style(
                    "a calm portrait",
                    "blurry",
                    Background.GRAY,
                    true,
                    0,
                    512,
                    512,
                    20,
                    new BigDecimal("5.0"),
                    7L,
                    OutputFormat.PNG);

    @ParameterizedTest
    @EnumSource(Member.class)
    default void refusesAMemberItCannotFollowWithoutACall(Member member) {
        try (Replay replay = Replay.silent(this)) {
            ImageProvider adapter = replay.adapter();
            Order base = order();
            if (support(adapter, base.kind(), member) instanceof Support.Unable unable) {
                Order order = withStyle(base, EVERYTHING.only(Set.of(member)));

                Submission submission = adapter.submit(order);

                assertThat(unable.reason()).isNotBlank();
                assertRefusedWithoutACall(replay, submission);
            } else {
                assertThat(support(adapter, base.kind(), member)).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    default void refusesMorePicturesThanAnOrderMayHaveWithoutACall(Kind kind) {
        try (Replay replay = Replay.silent(this)) {
            ImageProvider adapter = replay.adapter();
            int most = adapter.capabilities(kind).map(Capabilities::picturesPerOrder).orElse(0);

            Submission submission =
                    adapter.submit(Orders.valid().kind(kind).count(most + 1).order());

            assertRefusedWithoutACall(replay, submission);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    default void declaresWithoutACall(Kind kind) {
        try (Replay replay = Replay.silent(this)) {
            ImageProvider adapter = replay.adapter();

            adapter.capabilities(kind).ifPresent(can -> assertThat(can.outputLife()).isPositive());

            assertThat(adapter.name()).isNotBlank();
            assertThat(replay.requests()).isZero();
        }
    }

    private static Support support(ImageProvider adapter, Kind kind, Member member) {
        return adapter.capabilities(kind).orElseThrow().support(member);
    }

    private static Order withStyle(Order base, Style style) {
        return new Order(
                base.attempt(),
                base.kind(),
                base.count(),
                base.firstPicture(),
                style,
                base.photo(),
                base.timeLeft(),
                base.callback());
    }

    private static void assertRefusedWithoutACall(Replay replay, Submission submission) {
        assertThat(submission)
                .isInstanceOfSatisfying(
                        Submission.Refused.class,
                        refused ->
                                assertThat(refused.failure().kind())
                                        .isIn(FailureKind.UNSUPPORTED, FailureKind.INVALID_INPUT));
        assertThat(replay.requests()).isZero();
    }
}
