package dev.vignette.server.http.generation;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The same request as a form, as the API's description shows it.
 *
 * @param kind see the schema
 * @param image see the schema
 * @param prompt see the schema
 * @param count see the schema
 */
@Schema(
        name = "GenerationForm",
        description =
                "The members of GenerationRequest as form fields, the photo as the file part image."
                        + " labels and metadata as JSON text or as labels[name]; providers may be"
                        + " given several times.",
        requiredProperties = {"kind", "image"})
public record GenerationForm(
        @Schema(
                        type = "string",
                        allowableValues = {"portrait_series", "headshot"})
                String kind,
        @Schema(type = "string", format = "binary") String image,
        @Schema(requiredMode = NOT_REQUIRED, minLength = 1, maxLength = 2000) String prompt,
        @Schema(requiredMode = NOT_REQUIRED, minimum = "1", maximum = "13") int count) {}
