package dev.vignette.replicate.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vignette.sandbox.Bytes;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A prediction as the double keeps it.
 *
 * @param id 26 lower-case letters and digits
 * @param version as it is shown: 64 hexadecimal digits, or {@code hidden}
 * @param input the input as it was sent, echoed until the data is removed
 * @param form the same, read
 * @param photo the reference photo, fetched once; {@code null} when it could not be
 * @param webhook who is called when it is over; {@code null} when nobody is
 * @param run when it passes through its states
 * @param output the links; empty until it has succeeded
 */
record Job(
        String id,
        String version,
        ObjectNode input,
        OrderForm form,
        @Nullable Bytes photo,
        @Nullable URI webhook,
        Run run,
        List<URI> output) {

    Job with(Run changed) {
        return new Job(id, version, input, form, photo, webhook, changed, output);
    }

    Job with(List<URI> links) {
        return new Job(id, version, input, form, photo, webhook, run, List.copyOf(links));
    }

    /** How many pictures it delivers when it succeeds. */
    int pictures() {
        return run.plan() == Plan.SUCCEEDS_WITH_FEWER
                ? Math.max(1, form.count() - 1)
                : form.count();
    }
}
