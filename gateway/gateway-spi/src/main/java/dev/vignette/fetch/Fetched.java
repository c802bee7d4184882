package dev.vignette.fetch;

/** What became of a download. */
public sealed interface Fetched {

    /**
     * All of it arrived, as long as it was announced.
     *
     * @param bytes how much, what was there before included
     */
    record Complete(long bytes) implements Fetched {}

    /**
     * The address, or one it redirects to, may not be fetched. Deliberately one reason for the
     * caller, whatever the cause: the gateway is no port scanner.
     *
     * @param cause for the operator's log
     */
    record Forbidden(String cause) implements Fetched {}

    /** It is larger than allowed. */
    record TooLarge() implements Fetched {}

    /**
     * The server answered with something other than the file.
     *
     * @param status its HTTP status
     */
    record Answered(int status) implements Fetched {}

    /**
     * The line broke, was too slow, or the body ended early. What arrived may be continued.
     *
     * @param cause one safe sentence
     */
    record Broken(String cause) implements Fetched {}
}
