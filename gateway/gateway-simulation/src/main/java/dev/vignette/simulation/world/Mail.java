package dev.vignette.simulation.world;

import dev.vignette.id.AttemptId;
import dev.vignette.simulation.fault.Chance;
import dev.vignette.simulation.fault.Fault;
import dev.vignette.simulation.fault.Scene;
import dev.vignette.simulation.gateway.Gateway;
import dev.vignette.simulation.sabotage.Sabotage;
import dev.vignette.simulation.vendor.Vendor;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Brings providers' calls to some gateway: late, several times, in any order, or never. A call that
 * got no good answer is repeated for a minute, as Replicate does.
 */
public final class Mail implements Vendor.Postman {
    private static final Duration SOONEST = Duration.ofMillis(5);
    private static final Duration USUAL = Duration.ofSeconds(2);
    private static final Duration LATEST = Duration.ofMinutes(10);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(12);
    private static final int MOST_TRIES = 5;
    private static final int MOST_COPIES = 4;

    private final Scene scene;
    private final Sabotage sabotage;
    private final Chance chance;
    private final List<Gateway> gateways;
    private final Set<String> answered = new HashSet<>();

    Mail(Scene scene, Chance chance, List<Gateway> gateways, Sabotage sabotage) {
        this.sabotage = sabotage;
        this.scene = scene;
        this.chance = chance;
        this.gateways = gateways;
    }

    /** The jobs about which a call got a good answer, and was not repeated. */
    public Set<String> answered() {
        return answered;
    }

    /** A call on its way. */
    private record Call(String vendor, AttemptId attempt, String job) {}

    @Override
    public void deliver(String vendor, URI callback, String job) {
        int copies =
                scene.faults().strikes(Fault.WEBHOOK_REPEATED) ? chance.between(2, MOST_COPIES) : 1;
        for (AttemptId attempt : AttemptId.mentionedIn(callback.toString())) {
            for (int i = 0; i < copies; i++) {
                send(new Call(vendor, attempt, job));
            }
        }
    }

    private void send(Call call) {
        if (scene.faults().strikes(Fault.WEBHOOK_DROPPED)) {
            return;
        }
        Duration delay =
                scene.faults().strikes(Fault.WEBHOOK_LATE)
                        ? chance.between(USUAL, LATEST)
                        : chance.between(SOONEST, USUAL);
        boolean late = delay.compareTo(USUAL) > 0;
        if (late && sabotage == Sabotage.LATE_WEBHOOKS_IGNORED) {
            scene.scheduler().after(delay, () -> answered.add(call.job()));
            return;
        }
        scene.scheduler().after(delay, () -> deliver(call, MOST_TRIES));
    }

    private void deliver(Call call, int triesLeft) {
        boolean[] taken = {false};
        Gateway gateway = chance.oneOf(gateways);
        scene.story().tell(call.vendor(), () -> "calls " + gateway + " about " + call.job());
        gateway.webhook(
                call.vendor(),
                call.attempt(),
                call.job(),
                good -> {
                    taken[0] = good;
                    if (good) {
                        answered.add(call.job());
                    }
                });
        scene.scheduler()
                .after(
                        BETWEEN_TRIES,
                        () -> {
                            if (!taken[0] && triesLeft > 1) {
                                deliver(call, triesLeft - 1);
                            }
                        });
    }
}
