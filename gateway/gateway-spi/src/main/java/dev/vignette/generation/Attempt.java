package dev.vignette.generation;

import dev.vignette.id.AttemptId;
import dev.vignette.id.ProductionId;
import dev.vignette.money.Money;
import dev.vignette.portrait.Fit;
import dev.vignette.provider.TaskHandle;
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
 * @param mandate why it may spend money
 * @param atRisk what it may cost in vain, for one that was resubmitted; else {@code null}
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
        Mandate mandate,
        @Nullable Money atRisk,
        AttemptState state,
        @Nullable Charge charge,
        long version) {

    public Attempt {
        fit = List.copyOf(fit);
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

    /** The same attempt in its next state. */
    public Attempt in(AttemptState next) {
        return new Copy(this).at(next, version + 1).attempt();
    }

    /** The same attempt with the version of the model that the provider says it used. */
    public Attempt madeBy(String usedVersion) {
        return new Copy(this).madeBy(usedVersion).attempt();
    }

    /** The same attempt with its charge. */
    public Attempt charged(Charge written) {
        return new Copy(this).charged(written).attempt();
    }

    /** One more attempt for the same pictures at the same provider, without a charge yet. */
    public Attempt again(AttemptId otherId, int otherNumber, AttemptState begun) {
        return new Copy(this).called(otherId, otherNumber).at(begun, 0).charged(null).attempt();
    }

    /** The same attempt, ordered by an operator. */
    public Attempt byOperator() {
        return new Copy(this).mandated(Mandate.OPERATOR, null).attempt();
    }

    /** The same attempt, which replaces one that is presumed lost and may cost so much in vain. */
    public Attempt resubmitted(Money risk) {
        return new Copy(this).mandated(Mandate.RESUBMITTED, risk).attempt();
    }

    /** An attempt on its way to another. */
    private record Copy(Attempt attempt) {
        Copy called(AttemptId id, int number) {
            return of(id, number, attempt.modelVersion, attempt.mandate, attempt.atRisk);
        }

        Copy madeBy(String version) {
            return of(attempt.id, attempt.number, version, attempt.mandate, attempt.atRisk);
        }

        Copy mandated(Mandate mandate, @Nullable Money risk) {
            return of(attempt.id, attempt.number, attempt.modelVersion, mandate, risk);
        }

        Copy at(AttemptState state, long version) {
            return of(state, attempt.charge, version);
        }

        Copy charged(@Nullable Charge charge) {
            return of(attempt.state, charge, attempt.version);
        }

        private Copy of(
                AttemptId id,
                int number,
                @Nullable String modelVersion,
                Mandate mandate,
                @Nullable Money risk) {
            return new Copy(
                    new Attempt(
                            id,
                            attempt.production,
                            number,
                            attempt.provider,
                            attempt.adapter,
                            attempt.model,
                            modelVersion,
                            attempt.firstPicture,
                            attempt.pictures,
                            attempt.fit,
                            mandate,
                            risk,
                            attempt.state,
                            attempt.charge,
                            attempt.version));
        }

        private Copy of(AttemptState state, @Nullable Charge charge, long version) {
            return new Copy(
                    new Attempt(
                            attempt.id,
                            attempt.production,
                            attempt.number,
                            attempt.provider,
                            attempt.adapter,
                            attempt.model,
                            attempt.modelVersion,
                            attempt.firstPicture,
                            attempt.pictures,
                            attempt.fit,
                            attempt.mandate,
                            attempt.atRisk,
                            state,
                            charge,
                            version));
        }
    }
}
