package dev.vignette.modelslab;

import static dev.vignette.modelslab.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

    @ParameterizedTest
    @CsvSource({
        "success, SUCCESS",
        "Success, SUCCESS",
        "PROCESSING, PROCESSING",
        "error, FAILED",
        "Failed, FAILED",
        "rendering, UNKNOWN"
    })
    void readsTheStatusInAnyCase(String word, Answer.Status expected) {
        Answer answer = answer("{'status': '" + word + "'}");

        assertThat(answer.status()).isEqualTo(expected);
    }

    @Test
    void knowsWhenThereIsNoStatus() {
        assertThat(answer("{}").status()).isEqualTo(Answer.Status.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "33, 33",
        "'\"33\"', 33",
        "'\"5f0c2a9e-77aa-4c1b-9d55-0a1b2c3d4e5f\"', 5f0c2a9e-77aa-4c1b-9d55-0a1b2c3d4e5f",
        "90071992547409931, 90071992547409931"
    })
    void takesIdsAsNumbersAndAsText(String json, String expected) {
        Answer answer = answer("{'id': " + json + "}");

        assertThat(answer.id()).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "'../system_details'", "'a/b'", "'a b'", "{}", "'-'"})
    void takesNothingForAnIdThatCouldBendAPath(String json) {
        Answer answer = answer("{'id': " + json + "}");

        assertThat(answer.id()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'message': 'prompt is required'}",
                "{'messege': {'prompt': ['prompt is required']}}",
                "{'message': ['prompt is required']}",
                "{'error': 'prompt is required'}",
                "{'error': {'message': 'prompt is required'}}",
                "{'tip': 'prompt is required', 'message': null}"
            })
    void findsTheTextInEveryShape(String json) {
        assertThat(answer(json).text()).isEqualTo("prompt is required");
    }

    @Test
    void passesOnACodeButNoSentenceForOne() {
        assertThat(answer("{'code': 'E_QUEUE.7'}").code()).contains("E_QUEUE.7");
        assertThat(answer("{'code': 429}").code()).contains("429");
        assertThat(answer("{'code': 'the key abc is wrong'}").code()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2147483648", "4294967295", "'\"4029484891\"'", "0"})
    void readsSeedsAboveTheRangeOfAnInt(String json) {
        Answer answer = answer("{'meta': {'seed': " + json + "}}");

        assertThat(answer.seed()).isEqualTo(Long.parseLong(json.replace("\"", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "-1", "4294967296", "'none'"})
    void takesNothingForASeedThatIsNone(String json) {
        Answer answer = answer("{'meta': {'seed': " + json + "}}");

        assertThat(answer.seed()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"12.5, 12500", "3, 3000", "'\"4\"', 4000"})
    void readsTheExpectedTime(String json, long millis) {
        Answer answer = answer("{'eta': " + json + "}");

        assertThat(answer.eta()).contains(Duration.ofMillis(millis));
    }

    @Test
    void hasNoExpectedTimeWhenNoneIsGiven() {
        assertThat(answer("{}").eta()).isEmpty();
        assertThat(answer("{'eta': null}").eta()).isEmpty();
        assertThat(answer("{'eta': -3}").eta()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "'true'", "[true]", "1"})
    void seesThatAPictureWasFlagged(String json) {
        Answer answer = answer("{'nsfw_content_detected': " + json + "}");

        assertThat(answer.isFlagged()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "''", "[false]", "null", "[]"})
    void doesNotSeeAFlagWhereThereIsNone(String json) {
        Answer answer = answer("{'nsfw_content_detected': " + json + "}");

        assertThat(answer.isFlagged()).isFalse();
    }
}
