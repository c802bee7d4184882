package dev.vignette.server.settings;

/**
 * Everything the operator decided.
 *
 * @param surroundings what the environment says
 * @param file what the file says, defaults filled in
 */
public record Settings(Surroundings surroundings, FileSettings file) {}
