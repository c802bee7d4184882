package dev.vignette.provider;

/** A provider that can be asked to stop a job. */
public interface Cancels {

    /**
     * Asks the provider to stop. Safe to repeat and after the end; whether it stopped is for {@link
     * ImageProvider#check} to find out, also when the job ended first or the call failed.
     */
    void cancel(TaskHandle task);
}
