package dev.vignette.replicate.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;

/**
 * A prediction as the double keeps it.
 *
 * @param id 26 lower-case letters and digits
 * @param version as it is shown: 64 hexadecimal digits, or {@code hidden}
 * @param input the input as it was sent, echoed until the data is removed
 * @param form the same, read
 * @param run when it passes through its states
 * @param output the links; empty until it has succeeded
 */
record Job(String id, String version, ObjectNode input, OrderForm form, Run run, List<URI> output) {

    Job with(Run changed) {
        return new Job(id, version, input, form, changed, output);
    }

    Job with(List<URI> links) {
        return new Job(id, version, input, form, run, List.copyOf(links));
    }

    /** How many pictures it delivers when it succeeds. */
    int pictures() {
        return run.plan() == Plan.SUCCEEDS_WITH_FEWER
                ? Math.max(1, form.count() - 1)
                : form.count();
    }
}
