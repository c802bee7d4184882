package dev.vignette.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Correction;
import dev.vignette.ledger.Correction.Source;
import dev.vignette.store.CorrectedCharge;
import dev.vignette.store.PastCharges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link PastCharges} promises. */
public interface PastChargesContract extends StoresUnderTest {

    /** The first moment looked at. */
    Instant FROM = Instant.parse("2026-11-01T00:00:00Z");

    /** The moment behind the last. */
    Instant TO = Instant.parse("2026-12-01T00:00:00Z");

    /** What is under test. */
    PastCharges pastCharges();

    @Test
    default void readsAPeriodOfAProviderPageByPage() {
        charged("studio", FROM.minusNanos(1));
        Charge late = charged("studio", TO.minusNanos(1));
        Charge first = charged("studio", FROM);
        Charge second = charged("studio", FROM);
        charged("studio", TO);
        charged("other", FROM);

        assertThat(charges(2)).containsExactly(first, second, late);
        assertThat(charges(100)).containsExactly(first, second, late);
    }

    @Test
    default void bringsEveryCorrectionWithItsChargeWheneverItWasMade() {
        Charge charge = charged("studio", TO.minusNanos(1));
        Charge other = charged("studio", FROM);
        Correction one = correction(charge, "one");
        Correction two = correction(charge, "two");
        ledger().correct(List.of(one));
        ledger().correct(List.of(correction(other, "other"), two));

        CorrectedCharge corrected =
                pastCharges().page("studio", FROM.plusSeconds(1), TO, null, 10).getFirst();

        assertThat(corrected.charge()).isEqualTo(charge);
        assertThat(corrected.corrections()).containsExactly(one, two);
        assertThat(corrected.amounts()).containsEntry(Progress.USD, Progress.usd("0.12"));
    }

    private List<Charge> charges(int limit) {
        List<CorrectedCharge> all = new ArrayList<>();
        List<CorrectedCharge> page = pastCharges().page("studio", FROM, TO, null, limit);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = pastCharges().page("studio", FROM, TO, all.getLast(), limit);
        }
        return all.stream().map(CorrectedCharge::charge).toList();
    }

    private Charge charged(String provider, Instant at) {
        return PastWork.write(
                attempts(),
                PastWork.charge(provider, "succeeded", 4, at, PastWork.byPicture("0.04")));
    }

    private static Correction correction(Charge charge, String key) {
        return PastWork.correction(charge, Source.PRICES, key, PastWork.byPicture("0.04"));
    }
}
