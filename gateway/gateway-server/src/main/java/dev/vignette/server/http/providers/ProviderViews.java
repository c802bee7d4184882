package dev.vignette.server.http.providers;

import dev.vignette.engine.Engine;
import dev.vignette.engine.health.Standing;
import dev.vignette.engine.limit.GateView;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.portrait.Kind;
import dev.vignette.server.http.kinds.ProviderKindView;
import dev.vignette.server.live.Probing;
import dev.vignette.store.TrackRecords;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows how providers stand. */
@Singleton
final class ProviderViews {
    private static final Duration LATELY = Duration.ofDays(1);
    private static final int MOST = 1000;
    private static final int MEDIAN = 50;
    private static final int NEARLY_ALL = 95;

    private final Engine engine;
    private final TrackRecords records;
    private final Probing probing;
    private final Clock clock;

    ProviderViews(Engine engine, TrackRecords records, Probing probing, Clock clock) {
        this.engine = engine;
        this.records = records;
        this.probing = probing;
        this.clock = clock;
    }

    /** That provider, as the policy knows it. */
    ProviderView of(Policy policy, String name) {
        @Nullable ProviderSlot slot = policy.providers().get(name);
        @Nullable String unusable = slot == null ? reason(policy, name) : null;
        Standing standing = engine.health().of(name);
        Optional<GateView> gate = gate(name);
        TrackFigures figures =
                TrackFigures.of(records.of(name, clock.instant().minus(LATELY), MOST));
        return new ProviderView(
                name,
                slot == null ? null : slot.adapter(),
                slot != null || "disabled".equals(unusable),
                !"disabled".equals(unusable),
                unusable,
                standing.pause().map(PauseView::of).orElse(null),
                HealthView.of(standing.breaker(), probing.of(name).map(ProbeView::of).orElse(null)),
                gate.map(GateView::inFlight).orElse(0),
                new WaitingView(
                        gate.map(GateView::waitingLive).orElse(0),
                        gate.map(GateView::waitingBatch).orElse(0)),
                gate.map(LimitsView::of).orElse(null),
                figures.attempts().size(),
                figures.successRate(),
                figures.percentile(MEDIAN),
                figures.percentile(NEARLY_ALL),
                slot == null ? List.of() : capabilities(name, slot),
                policy.prices().prices().stream()
                        .filter(price -> price.provider().equals(name))
                        .map(PriceView::of)
                        .toList());
    }

    private static String reason(Policy policy, String name) {
        return policy.unusable().getOrDefault(name, "not configured");
    }

    private Optional<GateView> gate(String name) {
        return engine.limits().stream().filter(view -> view.provider().equals(name)).findFirst();
    }

    private static List<ProviderKindView> capabilities(String name, ProviderSlot slot) {
        return Stream.of(Kind.values())
                .flatMap(kind -> slot.provider().capabilities(kind).stream())
                .map(can -> ProviderKindView.of(name, can))
                .toList();
    }
}
