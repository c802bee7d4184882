package dev.vignette.generation;

import dev.vignette.id.AttemptId;
import dev.vignette.provider.TaskHandle;
import java.time.Instant;

/**
 * A job at a provider that carries our mark and that the database knows no attempt for: it was
 * ordered after the backup that the database was restored from.
 *
 * @param provider the configured provider
 * @param task the job
 * @param attempt the attempt it names
 * @param seenAt when it was found
 */
public record Orphan(String provider, TaskHandle task, AttemptId attempt, Instant seenAt) {}
