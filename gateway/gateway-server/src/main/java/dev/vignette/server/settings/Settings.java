package dev.vignette.server.settings;

/**
 * Everything the operator decided.
 *
 * @param environment what the environment says
 * @param file what the file says, defaults filled in
 */
public record Settings(EnvironmentSettings environment, FileSettings file) {

    /** The same with one more client. */
    public Settings with(ClientSettings client) {
        return new Settings(environment, file.with(client));
    }
}
