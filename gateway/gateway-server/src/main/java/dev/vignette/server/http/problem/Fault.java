package dev.vignette.server.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * One member of a request that is at fault.
 *
 * @param pointer where it is (RFC 6901), for example {@code /count}
 * @param detail what is wrong with it, for people
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS) // the empty pointer is the whole body
@Schema(description = "One member that is at fault")
public record Fault(
        @Schema(description = "JSON Pointer to the member", example = "/count") String pointer,
        @Schema(example = "must be a whole number from 1 to 13") String detail) {}
