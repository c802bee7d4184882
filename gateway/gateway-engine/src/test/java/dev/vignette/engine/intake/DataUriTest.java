package dev.vignette.engine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.request.PhotoProblem;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataUriTest {
    private static final byte[] FILE = TestPictures.png(9, 9);
    private static final String BASE64 = Base64.getEncoder().encodeToString(FILE);

    @ParameterizedTest
    @CsvSource({"data:image/png;base64", "data:image/jpeg;base64", "DATA:Image/PNG;name=me;BASE64"})
    void takesThePhotoOutWhateverImageTypeIsDeclared(String head) {
        DataUri read = DataUri.read(head + "," + BASE64);

        assertThat(((DataUri.Decoded) read).photo().bytes()).isEqualTo(FILE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data:image/png;base64,AAA",
                "data:image/png;base64,AA=A",
                "data:image/png;base64,A===",
                "data:image/png;base64,AAA AAAA",
                "data:image/png;base64,AA-_",
                "data:image/png;base64,AAA\u0141",
                "data:image/png,AAAA",
                "data:image/png;base64"
            })
    void refusesWhatIsNotExactlyBase64(String text) {
        DataUri read = DataUri.read(text);

        assertThat(((DataUri.Refused) read).problem().kind()).isEqualTo(PhotoProblem.Kind.INVALID);
    }

    @Test
    void refusesOtherTypesThanImages() {
        DataUri read = DataUri.read("data:text/html;base64," + BASE64);

        assertThat(((DataUri.Refused) read).problem().kind())
                .isEqualTo(PhotoProblem.Kind.UNSUPPORTED_TYPE);
    }

    @Test
    void refusesTooLargePhotosBeforeReadingThem() {
        DataUri read = DataUri.read("data:image/png;base64," + "A".repeat(20_000_200));

        assertThat(((DataUri.Refused) read).problem().kind())
                .isEqualTo(PhotoProblem.Kind.TOO_LARGE);
    }

    @Test
    void tellsDataUrisFromOtherAddresses() {
        assertThat(DataUri.isMeant("Data:,")).isTrue();
        assertThat(DataUri.isMeant("https://photos.example/data:")).isFalse();
    }
}
