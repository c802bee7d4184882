package dev.vignette.store;

import java.util.List;
import java.util.Optional;

/**
 * Every configuration that was ever in force. The last one is in force, at all gateways on these
 * rows.
 */
public interface ConfigurationStore {

    /** The number of the one in force; 0 before the first. */
    long newest();

    /** The one of that number. */
    Optional<ConfigurationVersion> find(long number);

    /**
     * The latest ones, newest first.
     *
     * @param limit how many, at least 1
     */
    List<ConfigurationVersion> latest(int limit);

    /**
     * Puts the next one into force, durably.
     *
     * @return false when its number is not one more than {@link #newest}: somebody else was faster,
     *     and nothing was written
     */
    boolean add(ConfigurationVersion next);

    /** Nothing is set aside by that one any more. Safe to repeat. */
    void release(long number);
}
