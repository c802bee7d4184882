package dev.vignette.provider;

/** A provider that can be asked, for nothing, whether it answers this account. */
public interface Probes {

    /**
     * Asks once, with at most one call that costs nothing, orders nothing and changes nothing. May
     * be repeated and called from several threads; how often is for the caller to decide, since a
     * vendor counts it like any other read. Waits half a minute at most.
     */
    Probe probe();
}
