package dev.vignette.server.http.generation;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A request for pictures as the API's description shows it. Bodies are read by hand, strictly; this
 * record only says in which form.
 *
 * @param kind see the schema
 * @param image see the schema
 * @param prompt see the schema
 * @param negativePrompt see the schema
 * @param count see the schema
 * @param background see the schema
 * @param randomize see the schema
 * @param safetyTolerance see the schema
 * @param width see the schema
 * @param height see the schema
 * @param steps see the schema
 * @param guidance see the schema
 * @param seed see the schema
 * @param outputFormat see the schema
 * @param onMisfit see the schema
 * @param providers see the schema
 * @param cache see the schema
 * @param priority see the schema
 * @param maxCost see the schema
 * @param deadlineSeconds see the schema
 * @param subject see the schema
 * @param labels see the schema
 * @param metadata see the schema
 */
@Schema(
        name = "GenerationRequest",
        description =
                "What to make. Unknown members, wrong types and values out of range are refused.",
        additionalProperties = Schema.AdditionalPropertiesValue.FALSE,
        requiredProperties = {"kind", "image"})
public record GenerationBody(
        @Schema(
                        type = "string",
                        allowableValues = {"portrait_series", "headshot"})
                String kind,
        @Schema(
                        description =
                                "An https address, or data:image/...;base64, and the photo: JPEG,"
                                        + " PNG or WebP of at most 15,000,000 bytes, 8192 pixels a side"
                                        + " and 40 megapixels. In a form, a file part.",
                        example = "https://example.com/me.jpg")
                String image,
        @Schema(
                        requiredMode = NOT_REQUIRED,
                        minLength = 1,
                        maxLength = 2000,
                        example = "soft studio light, dark suit")
                String prompt,
        @Schema(requiredMode = NOT_REQUIRED, name = "negative_prompt", maxLength = 2000)
                String negativePrompt,
        @Schema(
                        requiredMode = NOT_REQUIRED,
                        type = "integer",
                        minimum = "1",
                        maximum = "13",
                        description = "4 for a series and 1 for a headshot when left out")
                int count,
        @Schema(
                        requiredMode = NOT_REQUIRED,
                        type = "string",
                        allowableValues = {
                            "white",
                            "black",
                            "gray",
                            "green_screen",
                            "neutral",
                            "original"
                        },
                        description = "white for a series when left out")
                String background,
        @Schema(
                        requiredMode = NOT_REQUIRED,
                        description = "every picture different; also makes new ones",
                        defaultValue = "false")
                boolean randomize,
        @Schema(
                        requiredMode = NOT_REQUIRED,
                        name = "safety_tolerance",
                        minimum = "0",
                        maximum = "2",
                        description = "0 is strictest; once set it is never dropped")
                int safetyTolerance,
        @Schema(
                        requiredMode = NOT_REQUIRED,
                        minimum = "256",
                        maximum = "2048",
                        description = "together with height")
                int width,
        @Schema(
                        requiredMode = NOT_REQUIRED,
                        minimum = "256",
                        maximum = "2048",
                        description = "together with width")
                int height,
        @Schema(requiredMode = NOT_REQUIRED, minimum = "1", maximum = "26") int steps,
        @Schema(requiredMode = NOT_REQUIRED, minimum = "1.0", maximum = "10.0") BigDecimal guidance,
        @Schema(requiredMode = NOT_REQUIRED, minimum = "0", maximum = "4294967295") long seed,
        @Schema(
                        requiredMode = NOT_REQUIRED,
                        type = "string",
                        name = "output_format",
                        allowableValues = {"png", "jpeg", "webp"})
                String outputFormat,
        @Schema(
                        requiredMode = NOT_REQUIRED,
                        type = "string",
                        name = "on_misfit",
                        allowableValues = {"adapt", "drop", "exact"},
                        defaultValue = "adapt",
                        description =
                                "adapt: only providers that honour or adapt every member set; drop:"
                                        + " members may be left out and are reported; exact:"
                                        + " honoured only")
                String onMisfit,
        @Schema(
                        requiredMode = NOT_REQUIRED,
                        description = "the providers allowed; all of the route when left out")
                List<String> providers,
        @Schema(
                        requiredMode = NOT_REQUIRED,
                        type = "string",
                        allowableValues = {"use", "refresh", "off"},
                        defaultValue = "use",
                        description = "refresh: make new ones and keep them")
                String cache,
        @Schema(
                        requiredMode = NOT_REQUIRED,
                        type = "string",
                        allowableValues = {"live", "batch"},
                        defaultValue = "live",
                        description = "batch waits behind all that is live")
                String priority,
        @Schema(
                        requiredMode = NOT_REQUIRED,
                        name = "max_cost",
                        description =
                                "what all attempts together may cost; a provider whose price is not"
                                        + " known is not asked then",
                        example = "{\"amount\": \"0.50\", \"currency\": \"USD\"}")
                Map<String, String> maxCost,
        @Schema(
                        requiredMode = NOT_REQUIRED,
                        name = "deadline_seconds",
                        minimum = "10",
                        maximum = "1800",
                        defaultValue = "600",
                        description = "limits buying, never the storing of what is paid")
                int deadlineSeconds,
        @Schema(
                        requiredMode = NOT_REQUIRED,
                        minLength = 1,
                        maxLength = 128,
                        description = "opaque id of the person shown; never sent to a provider")
                String subject,
        @Schema(
                        requiredMode = NOT_REQUIRED,
                        description =
                                "up to 16 pairs of texts (64 / 128 characters), copied to charges")
                Map<String, String> labels,
        @Schema(
                        requiredMode = NOT_REQUIRED,
                        description =
                                "up to 16 pairs of texts (64 / 512 characters), erased with it")
                Map<String, String> metadata) {}
