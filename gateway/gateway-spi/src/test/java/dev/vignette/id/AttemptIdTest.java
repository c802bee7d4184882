package dev.vignette.id;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptIdTest {
    private static final String ONE = "att_0123456789abcdefghjkmnpqrstvwxyz";
    private static final String OTHER = "att_zyxwvtsrqpnmkjhgfedcba9876543210";

    @ParameterizedTest
    @ValueSource(
            strings = {
                ONE,
                "https://gateway.test/in/" + ONE + ".mac.png",
                "https://gateway.test/hooks/replicate/" + ONE + "?x=" + ONE,
                "{\"track\": \"" + ONE + "\"}",
                "(" + ONE + ")"
            })
    void isFoundInAText(String text) {
        assertThat(AttemptId.mentionedIn(text)).containsExactly(new AttemptId(ONE));
    }

    @Test
    void allAreFound() {
        assertThat(AttemptId.mentionedIn(ONE + "/" + OTHER))
                .containsExactlyInAnyOrder(new AttemptId(ONE), new AttemptId(OTHER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "att_",
                "att_short",
                "batt_0123456789abcdefghjkmnpqrstvwxyz",
                "ATT_0123456789ABCDEFGHJKMNPQRSTVWXYZ",
                "att_0123456789abcdefghjkmnpqrstvwxyzX"
            })
    void isNotFoundInWhatOnlyLooksLikeIt(String text) {
        assertThat(AttemptId.mentionedIn(text)).isEmpty();
    }
}
