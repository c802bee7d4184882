package dev.vignette.modelslab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplaintTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    prompt is required                                            | INPUT
                    The prompt field is required.                                 | INPUT
                    Unable to fetch image from provided URL                       | INPUT
                    init image must be a valid url, or send it as base64          | INPUT
                    Model not found: flux_headshot                                | NO_MODEL
                    Invalid API key                                               | KEY
                    Invalid Api Key                                               | KEY
                    API key required                                              | KEY
                    This feature requires a premium subscription                  | KEY
                    Insufficient credits. Please add more credits to continue.    | NO_MONEY
                    Your monthly limit exceeded, upgrade subscription             | NO_MONEY
                    Rate limit exceeded. Maximum 5 queued requests allowed.       | RATE
                    Queue is full                                                 | RATE
                    Failed, Try Again                                             | COLD
                    The model is loading                                          | COLD
                    The server is warming up                                      | COLD
                    Internal server error. Please try again.                      | SERVER
                    Service temporarily unavailable.                              | SERVER
                    NSFW content was found                                        | MODERATED
                    The job does not exist or is not queued                       | NO_SUCH_JOB
                    """)
    void tellsTheTextsApart(String text, Complaint expected) {
        assertThat(Complaint.in(text)).contains(expected);
    }

    @Test
    void takesNoPartOfAnotherWordForAComplaint() {
        assertThat(Complaint.in("Error while downloading the face")).isEmpty();
        assertThat(Complaint.in("Out of memory")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400, INPUT",
        "401, KEY",
        "402, NO_MONEY",
        "403, KEY",
        "404, NO_MODEL",
        "429, RATE"
    })
    void readsTheStatusWhereTheBodySaysNothing(int status, Complaint expected) {
        assertThat(Complaint.of(status)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"200", "307", "408", "500", "503"})
    void readsNothingDefiniteIntoOtherStatuses(int status) {
        assertThat(Complaint.of(status)).isEmpty();
    }
}
