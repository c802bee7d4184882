package dev.vignette.modelslab.sandbox;

import dev.vignette.sandbox.CallFault;
import dev.vignette.sandbox.CallbackFault;
import dev.vignette.sandbox.Fault;
import dev.vignette.sandbox.LinkFault;
import dev.vignette.sandbox.ProviderDouble;
import dev.vignette.sandbox.RunningDouble;
import dev.vignette.sandbox.Sandbox;
import dev.vignette.sandbox.SandboxServer;
import dev.vignette.sandbox.SandboxSettings;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** ModelsLab's double. */
@Singleton
public final class ModelsLabDouble implements ProviderDouble {
    private static final String ADAPTER = "modelslab";

    @Override
    public String adapter() {
        return ADAPTER;
    }

    @Override
    public RunningDouble start(SandboxSettings settings) {
        Sandbox sandbox = Sandbox.start(settings, faults());
        String key = Sandbox.newCredential(ADAPTER);
        KeyCheck check = new KeyCheck(key, sandbox.faults());
        HeadshotJobs jobs = new HeadshotJobs(sandbox, settings.clock());
        SandboxServer server = sandbox.server();
        for (HeadshotApi api : HeadshotApi.values()) {
            MakeCall make = new MakeCall(api, jobs, new Webhooks(sandbox, jobs), sandbox);
            FetchCall fetch = new FetchCall(jobs, sandbox.faults());
            sandbox.orders(api.orderPath(), sandbox.faulty(check.before(make)));
            server.route("POST", api.fetchPath("{id}"), check.before(fetch));
        }
        server.route(
                "POST",
                HeadshotApi.ENTERPRISE.detailsPath(),
                check.before(_ -> HeadshotAnswers.idle()));
        return sandbox.running("/api", key);
    }

    private static List<Fault> faults() {
        List<Fault> faults = new ArrayList<>(List.of(ModelsLabFault.values()));
        faults.addAll(List.of(CallFault.values()));
        faults.addAll(List.of(CallbackFault.values()));
        faults.addAll(List.of(LinkFault.values()));
        return faults;
    }
}
