package dev.vignette.server.settings;

/**
 * A configured account at a vendor.
 *
 * @param name its name, as routes and the ledger carry it
 * @param adapter the adapter that speaks to the vendor
 * @param common the keys that every provider has
 * @param vendor the vendor's own keys, in the adapter's record
 */
public record ProviderSettings(
        String name, String adapter, ProviderKeys common, Record vendor) {}
