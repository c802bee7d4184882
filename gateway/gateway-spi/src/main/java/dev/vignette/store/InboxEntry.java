package dev.vignette.store;

import dev.vignette.id.AttemptId;
import dev.vignette.provider.TaskHandle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call of a provider, as far as anything of it is kept: it only wakes, the truth is asked for.
 *
 * @param provider the configured provider
 * @param id tells repetitions, unique per provider
 * @param attempt the attempt whose address was called
 * @param task the job it names; {@code null} when it names none
 * @param proven whether the provider signed it
 * @param receivedAt when it came
 */
public record InboxEntry(
        String provider,
        String id,
        AttemptId attempt,
        @Nullable TaskHandle task,
        boolean proven,
        Instant receivedAt) {}
