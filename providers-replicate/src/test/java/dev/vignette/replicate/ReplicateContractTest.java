package dev.vignette.replicate;

import dev.vignette.provider.ImageProvider;
import dev.vignette.tck.provider.ProbeContract;
import dev.vignette.tck.provider.ProviderContract;
import dev.vignette.tck.provider.Scenario;
import dev.vignette.tck.provider.SingleSendContract;
import dev.vignette.tck.provider.UploadContract;
import java.net.URI;
import java.time.Clock;
import java.util.Map;

/** The shared contract over recordings of Replicate's answers. */
final class ReplicateContractTest
        implements ProviderContract, SingleSendContract, UploadContract, ProbeContract {

    @Override
    public ImageProvider open(URI server, Clock clock) {
        return Accounts.open(server, clock, ReplicateFactory.PATIENCE);
    }

    @Override
    public ImageProvider openImpatient(URI server, Clock clock) {
        return Accounts.open(server, clock, IMPATIENCE);
    }

    @Override
    public String orderPath() {
        return "/v1/(predictions|models/.*/predictions)";
    }

    @Override
    public String acceptedBody() {
        return "{\"id\":\"p7q2m4x0v9rgp0cabc1d2e3f4g\",\"status\":\"starting\"}";
    }

    @Override
    public Map<Scenario, String> cannotHappen() {
        return Map.of();
    }

    @Override
    public LiveReplicate vendor() {
        return new LiveReplicate();
    }
}
