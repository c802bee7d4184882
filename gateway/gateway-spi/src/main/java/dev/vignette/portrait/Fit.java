package dev.vignette.portrait;

import java.util.Locale;

/**
 * One member the caller set that was not delivered as asked.
 *
 * @param member the member at fault
 * @param outcome what happened to it
 * @param reason one sentence for the caller
 */
public record Fit(Member member, Outcome outcome, String reason) {

    /** What may happen to a member. */
    public enum Outcome {
        /** Followed by other means, for example written into the prompt. */
        ADAPTED,
        /** Left out. */
        DROPPED,
        /** Sent as asked, and something else was measured in the result. */
        CHANGED_BY_PROVIDER,
        /** Fewer pictures came than were asked for. */
        SHORTFALL;

        /** The name on the wire, for example {@code changed_by_provider}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
