package dev.vignette.replicate.sandbox;

import dev.vignette.sandbox.CallFault;
import dev.vignette.sandbox.CallbackFault;
import dev.vignette.sandbox.Fault;
import dev.vignette.sandbox.Handler;
import dev.vignette.sandbox.LinkFault;
import dev.vignette.sandbox.ProviderDouble;
import dev.vignette.sandbox.Reply;
import dev.vignette.sandbox.RunningDouble;
import dev.vignette.sandbox.Sandbox;
import dev.vignette.sandbox.SandboxServer;
import dev.vignette.sandbox.SandboxSettings;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Replicate's double. */
@Singleton
public final class ReplicateDouble implements ProviderDouble {
    private static final String BASE_PATH = "/v1";

    @Override
    public String adapter() {
        return "replicate";
    }

    @Override
    public RunningDouble start(SandboxSettings settings) {
        Sandbox sandbox = Sandbox.start(settings, faults());
        String token = Sandbox.newCredential(adapter());
        addRoutes(sandbox, token, settings.clock());
        return sandbox.running(BASE_PATH, token);
    }

    private static List<Fault> faults() {
        return Stream.<Fault[]>of(
                        ReplicateFault.values(),
                        CallFault.values(),
                        CallbackFault.values(),
                        LinkFault.values())
                .flatMap(Stream::of)
                .toList();
    }

    private static void addRoutes(Sandbox sandbox, String token, Clock clock) {
        SandboxServer server = sandbox.server();
        URI base = server.origin().resolve(BASE_PATH);
        RateLimits limits = new RateLimits();
        Gate gate = new Gate(token, limits, sandbox);
        Uploads uploads = new Uploads(URI.create(base + "/files"), clock);
        Jobs jobs = new Jobs(sandbox, uploads, clock);
        sandbox.invoice().settleBy(jobs::all);
        JobView view = new JobView(jobs, base, clock);
        SigningSecret secret = new SigningSecret();
        Webhooks webhooks = new Webhooks(sandbox, jobs, view, secret, clock);
        Creation creation =
                new Creation(jobs, view, new Waiting(clock), webhooks, sandbox.faults());
        String predictions = BASE_PATH + "/predictions";
        String ofModel = BASE_PATH + "/models/{owner}/{name}/predictions";
        sandbox.orders(predictions, gate.orders(creation::byVersion));
        sandbox.orders(ofModel, gate.orders(creation::byModel));
        server.route("GET", BASE_PATH + "/models/{owner}/{name}", gate.reads(ModelView::show));
        server.route("GET", predictions, gate.lists(new Listing(jobs, view, base)::list));
        server.route("GET", predictions + "/{id}", gate.checks(one(view, jobs::find)));
        server.route("POST", predictions + "/{id}/cancel", gate.reads(one(view, jobs::cancel)));
        server.route("POST", BASE_PATH + "/files", gate.reads(uploads::create));
        server.route("GET", BASE_PATH + "/files/{id}", gate.reads(uploads::show));
        server.route("DELETE", BASE_PATH + "/files/{id}", gate.reads(uploads::delete));
        server.route("GET", BASE_PATH + "/webhooks/default/secret", gate.reads(_ -> secret.show()));
        server.route("PUT", "/control/limits", limits::change);
        server.route("POST", "/control/webhook-secret", _ -> secret.replace());
    }

    private interface Lookup {
        Optional<Job> find(String id);
    }

    private static Handler one(JobView view, Lookup lookup) {
        return request ->
                lookup.find(request.variable("id"))
                        .<Reply>map(job -> Reply.json(200, view.show(job)))
                        .orElseGet(Problems::notFound);
    }
}
