package dev.vignette.server.http.focus;

/**
 * What is wrong with a file.
 *
 * @param rule the rule's name, for example {@code BilledCost is not null}
 * @param row the row, from 1; 0 for the file as a whole
 */
public record Fault(String rule, int row) {}
