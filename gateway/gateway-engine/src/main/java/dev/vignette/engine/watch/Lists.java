package dev.vignette.engine.watch;

import dev.vignette.engine.surroundings.Observations;
import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.WatchesJobs;
import dev.vignette.provider.WatchesJobs.Reading;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads an account's list, measured, and makes an outcome of errors that nobody foresaw. */
final class Lists {
    private static final Logger LOG = LoggerFactory.getLogger(Lists.class);

    private final WatchesJobs list;
    private final String provider;
    private final CallBudget budget;
    private final Surroundings around;

    Lists(WatchesJobs list, ProviderSlot slot, CallBudgets budgets, Surroundings around) {
        this.list = list;
        this.provider = slot.provider().name();
        this.budget = budgets.of(slot);
        this.around = around;
    }

    int jobsPerCall() {
        return list.jobsPerCall();
    }

    CallBudget budget() {
        return budget;
    }

    Reading read(Instant from, Instant to) {
        Instant before = around.now();
        try {
            return list.watch(from, to);
        } catch (RuntimeException e) {
            LOG.error("{}: reading its list failed in a way nobody foresaw", provider, e);
            return new Reading.Broken(
                    ProviderFailure.of(
                            FailureKind.MALFORMED_ANSWER,
                            "Reading the list ended in an unforeseen error."),
                    1);
        } finally {
            Duration took = Duration.between(before, around.now());
            around.observations().called(provider, Observations.Call.LIST, took);
        }
    }
}
