package dev.vignette.provider;

/**
 * A provider that calls us when a job has moved. What it says about the job is not believed: the
 * call only says which job is worth a {@link ImageProvider#check}.
 */
public interface SendsWebhooks {

    /**
     * Reads a call that came in. May be given the same call again and any garbage. May ask the
     * provider for what it takes to check a signature, rarely enough that forged calls cannot make
     * us a nuisance to it.
     */
    Notice read(WebhookCall call);
}
