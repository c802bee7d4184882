package dev.vignette.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.store.SendMark;
import org.junit.jupiter.api.Test;

/** What every {@link SendMark} promises. */
public interface SendMarkContract {

    /** The mark, which is empty at first. */
    SendMark mark();

    @Test
    default void isEmptyAtFirst() {
        assertThat(mark().last()).isEmpty();
    }

    @Test
    default void remembersTheLatestAndNeverGoesBack() {
        mark().departed(Progress.ENDED);
        mark().departed(Progress.SENT);

        assertThat(mark().last()).contains(Progress.ENDED);
    }

    @Test
    default void forgetsWhatWasTold() {
        mark().departed(Progress.ENDED);

        mark().forget();

        assertThat(mark().last()).isEmpty();
        mark().departed(Progress.SENT);
        assertThat(mark().last()).contains(Progress.SENT);
    }
}
