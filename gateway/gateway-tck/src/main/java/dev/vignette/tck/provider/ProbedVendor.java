package dev.vignette.tck.provider;

import dev.vignette.provider.ImageProvider;
import java.time.Clock;

/** A running vendor that can be asked for nothing whether it answers. */
public interface ProbedVendor extends LiveVendor {

    /** An adapter whose credential the vendor does not accept. */
    ImageProvider stranger(Clock clock);
}
