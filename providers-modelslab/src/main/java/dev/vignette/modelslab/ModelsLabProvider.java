package dev.vignette.modelslab;

import dev.vignette.portrait.Kind;
import dev.vignette.provider.Account;
import dev.vignette.provider.Capabilities;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Notice;
import dev.vignette.provider.Order;
import dev.vignette.provider.Probe;
import dev.vignette.provider.Probes;
import dev.vignette.provider.Progress;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.SendsWebhooks;
import dev.vignette.provider.Submission;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.WebhookCall;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * An account at ModelsLab. An order is one call for one picture, answered at once or looked at
 * later. A job cannot be cancelled there.
 */
final class ModelsLabProvider implements ImageProvider, SendsWebhooks, Probes {
    private final String name;
    private final ModelsLabApi api;
    private final OrderBody bodies;
    private final ModelsLabWire wire;
    private final ModelsLabWire shortWire;
    private final SubmitReading submitted;
    private final FetchReading fetched;
    private final SendsWebhooks calls = new CallReading();
    private final Probes probes;

    ModelsLabProvider(
            Account<ModelsLabSettings> account, ModelsLabWire wire, ModelsLabWire shortWire) {
        this.name = account.name();
        this.api = account.settings().chosenApi();
        this.bodies =
                new OrderBody(
                        account.settings(),
                        account.credential(),
                        OrderBody.isHere(account.baseUrl()));
        this.wire = wire;
        this.shortWire = shortWire;
        Pictures pictures = new Pictures(account.clock());
        Pace pace = new Pace(RandomGenerator.getDefault());
        this.submitted = new SubmitReading(pictures, pace);
        this.fetched = new FetchReading(pictures, pace);
        this.probes = new DetailsProbe(api, bodies, shortWire);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<Capabilities> capabilities(Kind kind) {
        return Optional.of(Declared.of(kind, api));
    }

    @Override
    public Submission submit(Order order) {
        Optional<ProviderFailure> objection =
                Declared.objection(order, Declared.of(order.kind(), api));
        if (objection.isPresent()) {
            return new Submission.Refused(objection.get());
        }
        WireOutcome outcome = wire.post(api.orderPath(), bodies.order(order));
        return submitted.read(outcome, OrderBody.trackId(order.attempt()));
    }

    /** The address is built from the id: a {@code fetch_result} elsewhere never gets the key. */
    @Override
    public Progress check(TaskHandle task) {
        Job job = Job.of(task);
        return fetched.read(wire.post(api.fetchPath(job.id()), bodies.keyAlone()), job);
    }

    @Override
    public Notice read(WebhookCall call) {
        return calls.read(call);
    }

    @Override
    public Probe probe() {
        return probes.probe();
    }

    @Override
    public void close() {
        wire.close();
        shortWire.close();
    }

    @Override
    public String toString() {
        return "ModelsLabProvider[" + name + "]";
    }
}
