package dev.vignette.store;

/** What became of attempts that were to be added. */
public enum Planned {
    /** They are written down. */
    DONE,
    /** The production has moved on, so the plan is out of date; nothing was added. */
    OUTDATED,
    /** They would cost more in vain than is allowed; nothing was added. */
    OVER_ALLOWANCE,
    /** They may cost more than a budget has left; nothing was added. */
    OVER_BUDGET
}
