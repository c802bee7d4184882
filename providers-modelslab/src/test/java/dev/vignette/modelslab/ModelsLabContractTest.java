package dev.vignette.modelslab;

import dev.vignette.provider.Account;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Order;
import dev.vignette.tck.Orders;
import dev.vignette.tck.provider.ProbeContract;
import dev.vignette.tck.provider.ProviderContract;
import dev.vignette.tck.provider.Scenario;
import dev.vignette.tck.provider.SingleSendContract;
import java.net.URI;
import java.time.Clock;
import java.util.Map;

class ModelsLabContractTest implements ProviderContract, SingleSendContract, ProbeContract {

    @Override
    public ImageProvider open(URI server, Clock clock) {
        return new ModelsLabFactory().open(account(server, clock));
    }

    @Override
    public ImageProvider openImpatient(URI server, Clock clock) {
        return ModelsLabFactory.open(account(server, clock), IMPATIENCE);
    }

    @Override
    public String orderPath() {
        return "/api/v1/enterprise/flux_headshot/make_gen";
    }

    @Override
    public String acceptedBody() {
        return """
        {"status": "processing", "id": 33, "eta": 2.5, "output": []}\
        """;
    }

    @Override
    public Order order() {
        return Orders.validHeadshot().order();
    }

    @Override
    public Map<Scenario, String> cannotHappen() {
        String noCancel = "flux_headshot documents no call that cancels one job";
        return Map.of(
                Scenario.FEWER_PICTURES,
                "an order is for one picture, so fewer would be none",
                Scenario.STOPPED_AT_ITS_DEADLINE,
                "flux_headshot takes no deadline that it could stop at",
                Scenario.CANCELED,
                noCancel,
                Scenario.CANCEL_FAILS,
                noCancel,
                Scenario.OUTPUT_REMOVED,
                "after a day the links are dead, but no answer says that they are");
    }

    @Override
    public LiveModelsLab vendor() {
        return new LiveModelsLab();
    }

    private static Account<ModelsLabSettings> account(URI server, Clock clock) {
        return new Account<>(
                "modelslab",
                Settings.of("enterprise"),
                URI.create(server + "/api"),
                CREDENTIAL,
                clock);
    }
}
