package dev.vignette.storage.rows;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes changes that are kept. */
interface Writer extends AutoCloseable {

    /**
     * Makes changes, all or none; when it returns they survive the death of the process and of the
     * machine. Whatever the work throws is thrown here, and nothing of it is kept. An interrupt
     * does not end the wait for it.
     *
     * @param work may be run again from its beginning when others were in the way, so it does
     *     nothing but ask the session
     * @throws DatabaseFailure when they could not be made, or when nobody knows: see {@link
     *     DatabaseFailure#outcomeUnknown}
     */
    <T extends @Nullable Object> T write(Function<Session, T> work);

    /** Finishes what is waiting and takes nothing more. */
    @Override
    void close();
}
