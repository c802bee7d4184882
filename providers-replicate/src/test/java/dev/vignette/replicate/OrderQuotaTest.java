package dev.vignette.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.provider.Quota;
import dev.vignette.tck.SettableClock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OrderQuotaTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final OrderQuota quota = new OrderQuota(SettableClock.at(NOW));

    @Test
    void readsWhatTheLastAnswerSaid() {
        quota.read(answer(Map.of("ratelimit-remaining", "599", "ratelimit-reset", "1")));
        quota.read(answer(Map.of("ratelimit-remaining", "3", "ratelimit-reset", "17")));

        assertThat(quota.quota()).contains(new Quota(3, NOW.plusSeconds(17)));
    }

    @Test
    void knowsNothingWhenTheLastAnswerSaidNothingOrHalf() {
        quota.read(answer(Map.of("ratelimit-remaining", "3", "ratelimit-reset", "17")));
        quota.read(answer(Map.of("ratelimit-remaining", "3")));
        assertThat(quota.quota()).isEmpty();

        quota.read(answer(Map.of("ratelimit-remaining", "many", "ratelimit-reset", "17")));
        assertThat(quota.quota()).isEmpty();
    }

    private static Reply.Answered answer(Map<String, String> headers) {
        return new Reply.Answered(201, headers, null);
    }
}
