package dev.vignette.storage.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vignette.objects.Content;
import dev.vignette.objects.ObjectConflict;
import dev.vignette.objects.ObjectKey;
import dev.vignette.objects.StoreUnavailable;
import dev.vignette.storage.objects.SimpleS3.Fault;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that speak less of S3 than AWS does, and answers that mean something else. */
final class S3DialectTest {
    private static final ObjectKey KEY = new ObjectKey("gen_1/images/0.png");
    private static final Content PICTURE = Content.of(new byte[] {1, 2, 3}, "image/png");
    private static final Content OTHER = Content.of(new byte[] {4, 5, 6}, "image/png");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void writesOnceOnAServerThatKnowsNoConditions(boolean refusing) throws IOException {
        try (var server = server(refusing);
                var store = S3Stores.at(server.endpoint())) {
            store.verify();

            store.put(KEY, PICTURE);

            assertThatCode(() -> store.put(KEY, PICTURE)).doesNotThrowAnyException();
            assertThatThrownBy(() -> store.put(KEY, OTHER)).isInstanceOf(ObjectConflict.class);
            assertThat(store.find(KEY)).contains(PICTURE.facts());
        }
    }

    @Test
    void findsOutWhileWritingThatConditionsAreRefused() throws IOException {
        try (var server = SimpleS3.refusingConditions();
                var store = S3Stores.at(server.endpoint())) {
            store.put(KEY, PICTURE);

            assertThat(store.find(KEY)).contains(PICTURE.facts());
        }
    }

    @ParameterizedTest
    @CsvSource({"412, PreconditionFailed", "409, ConditionalRequestConflict"})
    void acceptsItsOwnEarlierWrite(int status, String code) throws IOException {
        try (var server = SimpleS3.ignoringConditions();
                var store = S3Stores.at(server.endpoint())) {
            server.failNext(new Fault(status, code, true));

            assertThatCode(() -> store.put(KEY, PICTURE)).doesNotThrowAnyException();
        }
    }

    @Test
    void isUnavailableWhenTheKeyIsTakenByNothing() throws IOException {
        try (var server = SimpleS3.ignoringConditions();
                var store = S3Stores.at(server.endpoint())) {
            server.failNext(new Fault(409, "ConditionalRequestConflict", false));

            assertThatThrownBy(() -> store.put(KEY, PICTURE)).isInstanceOf(StoreUnavailable.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"500, InternalError", "503, SlowDown"})
    void triesAgainWhenTheServerStumbles(int status, String code) throws IOException {
        try (var server = SimpleS3.ignoringConditions();
                var store = S3Stores.at(server.endpoint())) {
            server.failNext(new Fault(status, code, false));

            store.put(KEY, PICTURE);

            assertThat(store.find(KEY)).contains(PICTURE.facts());
        }
    }

    @ParameterizedTest
    @CsvSource({"403, RequestTimeTooSkewed", "403, AccessDenied", "400, ExpiredToken"})
    void isUnavailableWhenItIsNotLetIn(int status, String code) throws IOException {
        try (var server = SimpleS3.ignoringConditions();
                var store = S3Stores.at(server.endpoint())) {
            for (var attempt = 0; attempt < 4; attempt++) {
                server.failNext(new Fault(status, code, false));
            }

            assertThatThrownBy(() -> store.put(KEY, PICTURE))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessage("could not store gen_1/images/0.png");
        }
    }

    private static SimpleS3 server(boolean refusing) throws IOException {
        return refusing ? SimpleS3.refusingConditions() : SimpleS3.ignoringConditions();
    }
}
