package dev.vignette.provider;

/**
 * What an adapter needs to find a job again; any other process can go on with it. Stored the moment
 * it is known.
 *
 * @param providerId the job's id as the provider's own pages and invoices show it
 * @param token opaque text that only the adapter reads; may equal the id
 */
public record TaskHandle(String providerId, String token) {

    /** A handle whose token is the id itself. */
    public static TaskHandle of(String providerId) {
        return new TaskHandle(providerId, providerId);
    }
}
