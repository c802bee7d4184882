package dev.vignette.server;

import dev.vignette.server.accounts.Accounts;
import dev.vignette.server.live.Candidate;
import dev.vignette.server.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the operator should know from the start. */
record StartNotes(Settings settings, Candidate candidate) {
    private static final Logger LOG = LoggerFactory.getLogger(StartNotes.class);

    void log() {
        Accounts.Opened accounts = candidate.accounts();
        LOG.info("providers in use: {}", String.join(", ", accounts.usable().keySet()));
        accounts.unusable()
                .forEach((name, reason) -> LOG.info("provider {} is not used: {}", name, reason));
        accounts.advice().forEach(LOG::warn);
        boolean sandbox = settings.environment().sandbox();
        if (settings.environment().callbackUrl().isEmpty() && !sandbox) {
            LOG.warn(
                    "VIGNETTE_CALLBACK_URL is not set: photos travel inside the orders, providers"
                            + " cannot report back, and an order whose outcome is lost cannot be"
                            + " found again, so that paying only once is promised less firmly");
        }
        if (candidate.settings().prices().prices().isEmpty()) {
            LOG.warn("no prices are configured: charges are written down as unpriced");
        }
    }
}
