package dev.vignette.engine.invoice;

/** A provider's list could not be read to its end. Its message is safe for callers. No stack. */
public final class UsageUnread extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageUnread(String why) {
        super(why, null, false, false);
    }
}
