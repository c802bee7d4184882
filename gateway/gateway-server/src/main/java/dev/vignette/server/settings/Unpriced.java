package dev.vignette.server.settings;

/** What happens to an order whose price is not known beforehand. */
enum Unpriced {
    /** It is bought, and its charge says that nobody knows. */
    ALLOW,
    /** It is not bought. */
    REFUSE
}
