package dev.vignette.engine.work;

/** Why nothing more is bought for a production. */
enum Closing {
    /** Nobody who waits for it has time left. */
    DEADLINE,
    /** Everybody who waited has called it off. */
    CANCELED
}
