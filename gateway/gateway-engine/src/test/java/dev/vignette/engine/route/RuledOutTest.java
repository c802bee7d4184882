package dev.vignette.engine.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.request.Candidate;
import dev.vignette.engine.route.RuledOut.Cause;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept of those who were ruled out. */
final class RuledOutTest {

    @Test
    void keepsWhetherAProviderFitsWhateverElseRuledItOut() {
        List<RuledOut> out =
                Arrays.stream(Cause.values())
                        .map(cause ->
                                new RuledOut(
                                        new Candidate(cause.name(), "a reason", List.of(), null),
                                        cause,
                                        null))
                        .toList();

        assertThat(out.stream().filter(RuledOut::fits).map(RuledOut::cause))
                .containsExactly(Cause.COST, Cause.BUDGET, Cause.UNPRICED, Cause.PAUSED);
    }
}
