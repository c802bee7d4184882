package dev.vignette.generation;

import dev.vignette.id.AttemptId;
import dev.vignette.id.ProductionId;
import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Transfer;
import dev.vignette.money.Money;
import dev.vignette.portrait.Fit;
import dev.vignette.provider.TaskHandle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One authorisation to spend once at one provider.
 *
 * @param id its id
 * @param production what it buys for
 * @param number its place among the production's attempts, from 1
 * @param provider the configured provider
 * @param adapter the vendor's adapter
 * @param model the model ordered
 * @param modelVersion its version, when known
 * @param firstPicture the index of the first picture it is to bring
 * @param pictures how many pictures it is to bring, at least 1
 * @param fit what the provider does not follow as asked, known before sending
 * @param settings the number of the operator's settings it is planned under, then of those it was
 *     sent under: it stays with them
 * @param mandate why it may spend money
 * @param atRisk what it may cost, and what is held for it until it has ended; {@code null} when
 *     that was not known when it was written down
 * @param state where it stands
 * @param charge what it cost; {@code null} until it has ended
 * @param version counts its changes, from 0; every write names the one it saw
 */
public record Attempt(
        AttemptId id,
        ProductionId production,
        int number,
        String provider,
        String adapter,
        String model,
        @Nullable String modelVersion,
        int firstPicture,
        int pictures,
        List<Fit> fit,
        long settings,
        Mandate mandate,
        @Nullable Money atRisk,
        AttemptState state,
        @Nullable Charge charge,
        long version) {

    public Attempt {
        fit = List.copyOf(fit);
    }

    /** Sets aside what it may cost; empty when that is nothing or was not known. */
    public Optional<Transfer> hold(String client, Instant at) {
        return Optional.ofNullable(atRisk)
                .flatMap(amount -> Transfer.hold(id, amount, client, provider, at));
    }

    /** What it cost, or empty until it has ended. */
    public Optional<Charge> cost() {
        return Optional.ofNullable(charge);
    }

    /** Whether nothing more will happen to it by itself, and nobody has to decide about it. */
    public boolean ended() {
        return state instanceof AttemptState.Ended;
    }

    /** Whether somebody has to see to it: it is neither over nor left to operators. */
    public boolean underWay() {
        return switch (state) {
            case AttemptState.Preparing _,
                    AttemptState.Sending _,
                    AttemptState.Accepted _,
                    AttemptState.Unknown _ ->
                    true;
            case AttemptState.Review _, AttemptState.Ended _ -> false;
        };
    }

    /** Whether a job may exist that nobody knows the id of. */
    public boolean inDoubt() {
        return switch (state) {
            case AttemptState.Sending _, AttemptState.Unknown _, AttemptState.Review _ -> true;
            case AttemptState.Preparing _, AttemptState.Accepted _, AttemptState.Ended _ -> false;
        };
    }

    /** The provider's job, or empty while none is known or when there was none. */
    public Optional<TaskHandle> task() {
        return switch (state) {
            case AttemptState.Accepted accepted -> Optional.of(accepted.task());
            case AttemptState.Succeeded succeeded -> Optional.of(succeeded.task());
            case AttemptState.Failed failed -> Optional.of(failed.task());
            case AttemptState.Canceled canceled -> Optional.of(canceled.task());
            case AttemptState.Preparing _,
                    AttemptState.Sending _,
                    AttemptState.Unknown _,
                    AttemptState.Review _,
                    AttemptState.Refused _,
                    AttemptState.NotAccepted _,
                    AttemptState.NotSent _,
                    AttemptState.WrittenOff _ ->
                    Optional.empty();
        };
    }

    /** When the permit to send it was used; empty when it never was. */
    public Optional<Instant> sentAt() {
        return switch (state) {
            case AttemptState.Sending sending -> Optional.of(sending.startedAt());
            case AttemptState.Accepted accepted -> Optional.of(accepted.startedAt());
            case AttemptState.Unknown unknown -> Optional.of(unknown.startedAt());
            case AttemptState.Review review -> Optional.of(review.startedAt());
            case AttemptState.Succeeded succeeded -> Optional.of(succeeded.startedAt());
            case AttemptState.Failed failed -> Optional.of(failed.startedAt());
            case AttemptState.Canceled canceled -> Optional.of(canceled.startedAt());
            case AttemptState.Refused refused -> Optional.of(refused.startedAt());
            case AttemptState.NotAccepted refused -> Optional.of(refused.startedAt());
            case AttemptState.WrittenOff given -> Optional.of(given.startedAt());
            case AttemptState.Preparing _, AttemptState.NotSent _ -> Optional.empty();
        };
    }

    /** Whether that is its job. */
    public boolean has(TaskHandle job) {
        return task().filter(known -> known.providerId().equals(job.providerId())).isPresent();
    }

    /** The same attempt in its next state. */
    public Attempt in(AttemptState next) {
        return copy(id, number, modelVersion, mandate, atRisk, next, charge, version + 1);
    }

    /** The same attempt with the version of the model that the provider says it used. */
    public Attempt madeBy(String usedVersion) {
        return copy(id, number, usedVersion, mandate, atRisk, state, charge, version);
    }

    /** The same attempt under those settings. */
    public Attempt under(long otherSettings) {
        return new Attempt(
                id,
                production,
                number,
                provider,
                adapter,
                model,
                modelVersion,
                firstPicture,
                pictures,
                fit,
                otherSettings,
                mandate,
                atRisk,
                state,
                charge,
                version);
    }

    /** The same attempt with its charge. */
    public Attempt charged(Charge written) {
        return copy(id, number, modelVersion, mandate, atRisk, state, written, version);
    }

    /** One more attempt for the same pictures at the same provider, without a charge yet. */
    public Attempt again(AttemptId otherId, int otherNumber, AttemptState begun) {
        return copy(otherId, otherNumber, modelVersion, mandate, atRisk, begun, null, 0);
    }

    /** The same attempt, ordered by an operator. */
    public Attempt byOperator() {
        return under(Mandate.OPERATOR);
    }

    /** The same attempt, which replaces one that is presumed lost. */
    public Attempt resubmitted() {
        return under(Mandate.RESUBMITTED);
    }

    /** The same attempt, which brings what another did not. */
    public Attempt toppingUp() {
        return under(Mandate.TOP_UP);
    }

    private Attempt under(Mandate other) {
        return copy(id, number, modelVersion, other, atRisk, state, charge, version);
    }

    /** The same order: provider, model and pictures stay. */
    private Attempt copy(
            AttemptId otherId,
            int otherNumber,
            @Nullable String otherVersion,
            Mandate why,
            @Nullable Money risk,
            AttemptState next,
            @Nullable Charge written,
            long changes) {
        return new Attempt(
                otherId,
                production,
                otherNumber,
                provider,
                adapter,
                model,
                otherVersion,
                firstPicture,
                pictures,
                fit,
                settings,
                why,
                risk,
                next,
                written,
                changes);
    }
}
