package dev.vignette.storage.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.portrait.ContentHash;
import dev.vignette.portrait.ImageType;
import dev.vignette.portrait.Kind;
import dev.vignette.portrait.Member;
import dev.vignette.portrait.OnMisfit;
import dev.vignette.portrait.OutputFormat;
import dev.vignette.portrait.Photo;
import dev.vignette.portrait.PortraitRequest;
import dev.vignette.portrait.Style;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows outlive releases: what was stored once must be readable for ever. */
final class StoredFormTest {
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final String STORED =
            """
            {"kind":"HEADSHOT","photo":{"hash":{"hex":"HASH"},"type":"PNG","width":800,"height":600,\
            "bytes":1234},"count":2,"style":{"steps":20,"guidance":7.50,"seed":4294967295,\
            "outputFormat":"JPEG"},"asked":["PROMPT"],"onMisfit":"DROP","providers":["replicate"]}\
            """
                    .replace("HASH", HASH);

    @Test
    void writesARequestWithoutTheCallersWords() {
        assertThat(Requests.withoutTexts(request("a teacher", "hats"))).isEqualTo(STORED);
    }

    @Test
    void readsARequestThatWasStored() {
        assertThat(Json.request(STORED)).isEqualTo(request(null, null));
    }

    private static PortraitRequest request(
            @Nullable String prompt, @Nullable String negativePrompt) {
        return new PortraitRequest(
                Kind.HEADSHOT,
                new Photo(new ContentHash(HASH), ImageType.PNG, 800, 600, 1_234),
                2,
                new Style(
                        prompt,
                        negativePrompt,
                        null,
                        null,
                        null,
                        null,
                        null,
                        20,
                        new BigDecimal("7.50"),
                        4_294_967_295L,
                        OutputFormat.JPEG),
                Set.of(Member.PROMPT),
                OnMisfit.DROP,
                List.of("replicate"));
    }
}
