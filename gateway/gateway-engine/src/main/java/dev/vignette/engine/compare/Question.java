package dev.vignette.engine.compare;

import dev.vignette.portrait.Kind;
import java.time.Instant;
import java.util.Optional;

/**
 * What is to be compared.
 *
 * @param from since when the work was charged, inclusive
 * @param to until when, exclusive
 * @param kind work of that kind only; empty for all
 * @param client work for that client only; empty for all
 * @param pricesAt the moment whose prices are applied
 */
public record Question(
        Instant from, Instant to, Optional<Kind> kind, Optional<String> client, Instant pricesAt) {}
