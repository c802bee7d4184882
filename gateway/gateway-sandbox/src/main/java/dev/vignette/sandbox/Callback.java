package dev.vignette.sandbox;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What a job tells an address once it is over.
 *
 * @param job the job's id
 * @param address who is told; nobody but this machine is
 * @param isOver whether it is over
 * @param calls the calls that tell it, one after the other; asked for once it is over
 * @param repeated whether a call that does not get through is repeated
 */
public record Callback(
        String job,
        URI address,
        BooleanSupplier isOver,
        Supplier<List<Call>> calls,
        boolean repeated) {

    /**
     * One call.
     *
     * @param address where it goes
     * @param headers its headers
     * @param body its JSON
     */
    public record Call(URI address, Map<String, String> headers, Bytes body) {
        public Call {
            headers = Map.copyOf(headers);
        }

        @Override
        public String toString() {
            return "Call[" + body + "]";
        }
    }
}
