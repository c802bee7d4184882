package dev.vignette.engine.plan;

import dev.vignette.engine.health.Standings;
import dev.vignette.engine.price.Budgets;
import dev.vignette.engine.price.Purse;
import dev.vignette.engine.route.Demand;
import dev.vignette.engine.route.Judgement;
import dev.vignette.engine.route.Shortlist;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.store.PastDemands.PastDemand;
import java.time.Instant;
import java.util.List;

/**
 * Replays what was asked against two configurations, as if every provider were well and none
 * paused: what a change of the file does, not what happens to be the matter today.
 */
public final class Rehearsal {
    private final Judgement judgement;

    /**
     * @param photosHaveLinks whether providers can fetch reference photos from us
     */
    public Rehearsal(boolean photosHaveLinks) {
        this.judgement = new Judgement(Standings.ALL_WELL, Budgets.NONE, photosHaveLinks);
    }

    /**
     * What would be otherwise.
     *
     * @param now what is in force
     * @param then what might be
     * @param demands what was asked
     * @param from since when they were looked for
     * @param to until when
     */
    public Forecast of(
            Policy now, Policy then, List<PastDemand> demands, Instant from, Instant to) {
        Tally tally = new Tally(from, to);
        for (PastDemand past : demands) {
            Demand demand =
                    new Demand(
                            past.client(),
                            past.request(),
                            past.request().count(),
                            Purse.of(past.terms()));
            Shortlist before = judgement.of(now, demand, to);
            Shortlist after = judgement.of(then, demand, to);
            tally.add(
                    demand,
                    Outlook.of(before, demand.client()),
                    Outlook.of(after, demand.client()),
                    after);
        }
        return tally.forecast();
    }
}
