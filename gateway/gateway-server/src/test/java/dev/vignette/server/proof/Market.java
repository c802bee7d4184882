package dev.vignette.server.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Both vendors.
 *
 * @param replicate the one that sells series
 * @param modelslab the one that sells headshots
 */
record Market(Vendor replicate, Vendor modelslab) implements AutoCloseable {

    static Market open() {
        return new Market(Vendor.replicate(), Vendor.modelslab());
    }

    /** What a gateway has to know to buy. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(replicate.environment());
        environment.putAll(modelslab.environment());
        return environment;
    }

    /** Everything that was bought. */
    List<Vendor.Job> invoice() {
        return Stream.of(replicate, modelslab)
                .flatMap(vendor -> vendor.invoice().stream())
                .toList();
    }

    /** The fingerprints of what the vendor itself hands out for that job. */
    Set<String> pictures(Vendor.Job job) {
        return (job.vendor().equals("replicate") ? replicate : modelslab).pictures(job);
    }

    @Override
    public void close() {
        replicate.close();
        modelslab.close();
    }
}
