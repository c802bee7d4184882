package dev.vignette.tck.provider;

/** A running vendor with a list of jobs. */
public interface ListingVendor extends LiveVendor {

    /** Takes so many orders that no adapter of ours placed. */
    void orderElsewhere(int jobs);

    /** The next reading of the list will fail after its first page. */
    void breakLaterPages();

    /** Removes what every job was asked, as time does. */
    void forgetInputs();
}
