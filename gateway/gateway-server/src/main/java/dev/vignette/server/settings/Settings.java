package dev.vignette.server.settings;

/**
 * Everything the operator decided.
 *
 * @param environment what the environment says
 * @param file where the operator's file is; what it says may change
 */
public record Settings(EnvironmentSettings environment, OperatorFile file) {}
