package dev.vignette.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.FailureCode;
import dev.vignette.generation.Generation;
import dev.vignette.generation.GenerationFailure;
import dev.vignette.generation.GenerationState;
import dev.vignette.id.ErasureId;
import dev.vignette.id.GenerationId;
import dev.vignette.portrait.Kind;
import dev.vignette.store.Erasure;
import dev.vignette.store.GenerationQuery;
import dev.vignette.store.Proposal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link dev.vignette.store.GenerationStore} promises of lists. */
public interface GenerationListContract extends StoresUnderTest {

    @Test
    default void listsNothingForAClientWithoutGenerations() {
        bought(Purchase.valid());

        assertThat(generations().list(all("nobody"))).isEmpty();
    }

    @Test
    default void listsAClientsOwnGenerationsNewestFirst() {
        GenerationId older = bought(Purchase.valid());
        bought(Purchase.valid().of("somebody else"));
        GenerationId newer = bought(Purchase.valid().at(Purchase.AT.plusNanos(1)));

        assertThat(ids(all("shop"))).containsExactly(newer, older);
    }

    @Test
    default void listsPageByPageWithoutGapOrRepetition() {
        List<GenerationId> bought =
                IntStream.range(0, 7).mapToObj(_ -> bought(Purchase.valid())).toList();

        List<GenerationId> first = ids(page(null));
        List<GenerationId> second = ids(page(first.getLast()));
        List<GenerationId> third = ids(page(second.getLast()));

        assertThat(first).hasSize(3);
        assertThat(second).hasSize(3);
        assertThat(third).containsExactly(bought.getFirst());
        assertThat(first).containsExactlyElementsOf(bought.reversed().subList(0, 3));
        assertThat(second).containsExactlyElementsOf(bought.reversed().subList(3, 6));
    }

    @Test
    default void listsByKind() {
        bought(Purchase.valid());
        GenerationId headshot = bought(Purchase.valid().of(Kind.HEADSHOT));

        GenerationQuery query =
                new GenerationQuery("shop", null, Kind.HEADSHOT, null, null, null, 20);

        assertThat(ids(query)).containsExactly(headshot);
    }

    @Test
    default void listsBySubject() {
        bought(Purchase.valid());
        GenerationId other = bought(Purchase.valid().showing("person-8"));

        GenerationQuery query = new GenerationQuery("shop", null, null, null, "person-8", null, 20);

        assertThat(ids(query)).containsExactly(other);
    }

    @Test
    default void listsByProviderOfAnAttempt() {
        GenerationId bought = bought(Purchase.valid());

        assertThat(ids(new GenerationQuery("shop", null, null, "replicate", null, null, 20)))
                .containsExactly(bought);
        assertThat(ids(new GenerationQuery("shop", null, null, "modelslab", null, null, 20)))
                .isEmpty();
    }

    @Test
    default void listsOpenGenerationsByHowFarTheirProductionIs() {
        GenerationId queued = bought(Purchase.valid());
        Proposal.Buy running = Purchase.valid().proposal();
        generations().accept(running);
        Attempt attempt = running.production().attempts().getFirst();
        productions().advance(Progress.sending(attempt));
        Proposal.Buy storing = Purchase.valid().proposal();
        generations().accept(storing);
        Progress.deliver(productions(), storing);

        assertThat(ids(withStatus("queued"))).containsExactly(queued);
        assertThat(ids(withStatus("running"))).containsExactly(running.generation().id());
        assertThat(ids(withStatus("storing"))).containsExactly(storing.generation().id());
    }

    @Test
    default void listsGenerationsByHowTheyEnded() {
        GenerationFailure failure =
                new GenerationFailure(FailureCode.THROTTLED, "too many", null, true, false);
        GenerationId succeeded = ended(new GenerationState.Succeeded(Progress.FINISHED));
        GenerationId failed = ended(new GenerationState.Failed(Progress.FINISHED, failure));
        GenerationId canceled = ended(new GenerationState.Canceled(Progress.FINISHED));

        assertThat(ids(withStatus("succeeded"))).containsExactly(succeeded);
        assertThat(ids(withStatus("failed"))).containsExactly(failed);
        assertThat(ids(withStatus("canceled"))).containsExactly(canceled);
        assertThat(generations().find(failed))
                .map(Generation::state)
                .contains(new GenerationState.Failed(Progress.FINISHED, failure));
    }

    @Test
    default void listsErasedGenerationsAsErasedAndNothingElse() {
        GenerationId erased = ended(new GenerationState.Succeeded(Progress.FINISHED));
        erasures()
                .begin(
                        new Erasure(
                                new ErasureId("era_1"),
                                "shop",
                                erased,
                                Progress.FINISHED,
                                Map.of("store", false),
                                null));

        assertThat(ids(withStatus("erased"))).containsExactly(erased);
        assertThat(ids(withStatus("succeeded"))).isEmpty();
    }

    private GenerationId bought(Purchase purchase) {
        Proposal.Buy buy = purchase.proposal();
        generations().accept(buy);
        return buy.generation().id();
    }

    private GenerationId ended(GenerationState state) {
        GenerationId id = bought(Purchase.valid());
        generations().end(id, state);
        return id;
    }

    private List<GenerationId> ids(GenerationQuery query) {
        return generations().list(query).stream().map(Generation::id).toList();
    }

    private static GenerationQuery all(String client) {
        return new GenerationQuery(client, null, null, null, null, null, 20);
    }

    private static GenerationQuery withStatus(String status) {
        return new GenerationQuery("shop", status, null, null, null, null, 20);
    }

    private static GenerationQuery page(@Nullable GenerationId after) {
        return new GenerationQuery("shop", null, null, null, null, after, 3);
    }
}
