package dev.vignette.server;

import dev.vignette.sandbox.ProviderDouble;
import dev.vignette.sandbox.SandboxSettings;
import dev.vignette.server.accounts.OperatorAccess;
import dev.vignette.server.sandbox.Demonstration;
import dev.vignette.server.sandbox.Doubles;
import dev.vignette.server.settings.Environment;
import dev.vignette.server.settings.Settings;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Serves until the process is told to end. */
final class Serving {
    private final Environment environment;
    private final PrintStream out;

    Serving(Environment environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    ExitCode serve(Command.Serve command) throws InterruptedException {
        Launch launch = Launch.prepare(environment, command.config(), command.sandbox());
        if (launch.settings().environment().sandbox()) {
            serveSandbox(launch);
        } else {
            announced(launch.start(new OperatorAccess(environment), Optional.empty())).await();
        }
        return ExitCode.OK;
    }

    private void serveSandbox(Launch launch) throws InterruptedException {
        Settings settings = launch.settings();
        Optional<NewKey> key =
                launch.file().clients().isEmpty()
                        ? Optional.empty()
                        : Optional.of(NewKey.of("demonstration"));
        try (Doubles doubles = doubles(launch)) {
            Gateway gateway = launch.start(doubles, key.map(NewKey::settings));
            CountDownLatch end = announced(gateway);
            new Demonstration(
                            gateway.address(),
                            key.map(NewKey::text),
                            settings.environment().dataDirectory(),
                            out)
                    .show(doubles.controls());
            end.await();
        }
    }

    private static Doubles doubles(Launch launch) {
        return new Doubles(
                launch.context().getBeansOfType(ProviderDouble.class),
                SandboxSettings.forPeople(Clock.systemUTC()));
    }

    /** Says that it is ready, now that a signal would find somebody to end it. */
    private CountDownLatch announced(Gateway gateway) {
        CountDownLatch end = new CountDownLatch(1);
        Runnable ending =
                () -> {
                    gateway.close();
                    end.countDown();
                };
        Runtime.getRuntime().addShutdownHook(new Thread(ending, "end"));
        out.println("Vignette ready on " + gateway.address());
        return end;
    }
}
