package dev.vignette.replicate.sandbox;

import dev.vignette.sandbox.Faults;

/** How a prediction is going to end when nobody stops it; decided when it is created. */
enum Plan {
    SUCCEEDS,
    SUCCEEDS_WITH_FEWER,
    SUCCEEDS_WITHOUT_DATA,
    REFUSES_CONTENT,
    FAILS,
    RUNS_OUT_OF_MEMORY,
    CANNOT_READ_THE_PHOTO,
    NEVER_ENDS,
    NEVER_STARTS;

    static Plan of(Faults faults, boolean readablePhoto) {
        if (!readablePhoto) {
            return CANNOT_READ_THE_PHOTO;
        }
        if (faults.strikes(ReplicateFault.CONTENT_REFUSED)) {
            return REFUSES_CONTENT;
        }
        if (faults.strikes(ReplicateFault.RUN_FAILS)) {
            return FAILS;
        }
        if (faults.strikes(ReplicateFault.OUT_OF_MEMORY)) {
            return RUNS_OUT_OF_MEMORY;
        }
        if (faults.strikes(ReplicateFault.NEVER_STARTS)) {
            return NEVER_STARTS;
        }
        if (faults.strikes(ReplicateFault.NEVER_FINISHES)) {
            return NEVER_ENDS;
        }
        if (faults.strikes(ReplicateFault.DATA_REMOVED)) {
            return SUCCEEDS_WITHOUT_DATA;
        }
        return faults.strikes(ReplicateFault.FEWER_PICTURES) ? SUCCEEDS_WITH_FEWER : SUCCEEDS;
    }

    boolean succeeds() {
        return this == SUCCEEDS || this == SUCCEEDS_WITH_FEWER || this == SUCCEEDS_WITHOUT_DATA;
    }

    /**
     * The text of a failed prediction; the code in brackets, sometimes with a random tag behind.
     */
    String error() {
        return switch (this) {
            case REFUSES_CONTENT ->
                    "The input or output was flagged as sensitive. Please try again with different"
                            + " inputs. (E005) (Sb12Ox34)";
            case FAILS -> "Something went wrong. Please try again. (E1000) (Sb56Ox78)";
            case RUNS_OUT_OF_MEMORY -> "Out of memory. (E1001)";
            case CANNOT_READ_THE_PHOTO -> "input_image could not be read as an image";
            case SUCCEEDS, SUCCEEDS_WITH_FEWER, SUCCEEDS_WITHOUT_DATA, NEVER_ENDS, NEVER_STARTS ->
                    throw new IllegalStateException(this + " has no error");
        };
    }
}
