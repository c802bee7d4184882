package dev.vignette.server.live;

import dev.vignette.engine.surroundings.Policy;
import dev.vignette.server.accounts.Accounts;
import dev.vignette.server.settings.FileSettings;

/**
 * What a text would mean if it came into force. Its accounts are open until it is closed; those
 * that are in force too are the very same.
 *
 * @param text the text
 * @param settings what it says, defaults filled in
 * @param accounts the accounts it configures
 * @param sandbox whether money is pretended
 */
public record Candidate(
        String text, FileSettings settings, Accounts.Opened accounts, boolean sandbox)
        implements AutoCloseable {

    /**
     * The same in the engine's words.
     *
     * @param number the version it has or gets; 0 when it is only looked at
     */
    public Policy policy(long number) {
        return new Policy(
                number,
                accounts.usable(),
                accounts.unusable(),
                settings.routes(),
                settings.prices(),
                settings.cache().ttl(),
                settings.retention().inputs(),
                settings.retention().images().limit(),
                settings.unknownOutcome(),
                settings.duplicateBudget(),
                settings.failover(),
                settings.accounting(),
                sandbox);
    }

    @Override
    public void close() {
        accounts.close();
    }
}
