package dev.vignette.replicate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import dev.vignette.provider.WebhookCall;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector of Replicate's own JavaScript client, and what is near it. */
final class SignedCallTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final String BODY = "{\"test\": 2432232314}";
    private static final Instant SIGNED_AT = Instant.ofEpochSecond(1_614_265_330);

    @Test
    void knowsTheVectorOfTheVendorsOwnClient() throws Exception {
        assertThat(signed(Map.of(), BODY).isSignedWith(new Webhook(SECRET))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v1,AAAA " + SIGNATURE,
                SIGNATURE + " v1,AAAA",
                "v2,AAAA v1a,BBBB nonsense, " + SIGNATURE
            })
    void oneOfSeveralSignaturesIsEnough(String signatures) throws Exception {
        SignedCall call = signed(Map.of("webhook-signature", signatures), BODY);

        assertThat(call.isSignedWith(new Webhook(SECRET))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "webhook-id, msg_other",
        "webhook-timestamp, 1614265331",
        "webhook-signature, 'v1,AAAA'",
        "webhook-signature, ''",
        "webhook-signature, 'v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='",
        "webhook-signature, 'g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='"
    })
    void aChangedHeaderFitsNoMore(String header, String value) throws Exception {
        SignedCall call = signed(Map.of(header, value), BODY);

        assertThat(call.isSignedWith(new Webhook(SECRET))).isFalse();
    }

    @Test
    void aChangedBodyFitsNoMore() throws Exception {
        SignedCall call = signed(Map.of(), BODY.replace(": ", ":"));

        assertThat(call.isSignedWith(new Webhook(SECRET))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-301, false", "-300, true", "0, true", "300, true", "301, false"})
    void isFreshForFiveMinutesBothWays(int secondsLater, boolean fresh) throws Exception {
        SignedCall call = signed(Map.of(), BODY);

        assertThat(call.isFresh(SIGNED_AT.plusSeconds(secondsLater))).isEqualTo(fresh);
    }

    @ParameterizedTest
    @CsvSource({
        "webhook-id, ''",
        "webhook-id, 'two words'",
        "webhook-timestamp, ''",
        "webhook-timestamp, yesterday",
        "webhook-timestamp, -1614265330",
        "webhook-timestamp, 99999999999999999999"
    })
    void whatIsNoSignedCallIsNone(String header, String value) {
        WebhookCall call = call(Map.of(header, value), BODY.getBytes(UTF_8));

        assertThat(SignedCall.of(call)).isEmpty();
    }

    @Test
    void bytesThatAreNoTextAreNone() {
        byte[] body = {'{', (byte) 0xC3, '}'};

        assertThat(SignedCall.of(call(Map.of(), body))).isEmpty();
    }

    private static SignedCall signed(Map<String, String> changes, String body) {
        return SignedCall.of(call(changes, body.getBytes(UTF_8))).orElseThrow();
    }

    private static WebhookCall call(Map<String, String> changes, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        headers.put("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek");
        headers.put("webhook-timestamp", "1614265330");
        headers.put("webhook-signature", SIGNATURE);
        headers.putAll(changes);
        return new WebhookCall(headers, body, SIGNED_AT);
    }
}
