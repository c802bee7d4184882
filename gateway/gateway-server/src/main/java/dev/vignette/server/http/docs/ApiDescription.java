package dev.vignette.server.http.docs;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.servers.Server;

/** The head of the API's description; the rest comes from the routes. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Vignette",
                        version = "1",
                        description =
                                "One API for portraits and headshots, whoever makes them. Errors are"
                                        + " application/problem+json; their codes are explained under"
                                        + " /problems.",
                        license =
                                @License(
                                        name = "Apache-2.0",
                                        url = "https://www.apache.org/licenses/LICENSE-2.0")),
        servers = @Server(url = "/"),
        security = @SecurityRequirement(name = "key"))
@SecurityScheme(
        name = "key",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "A client's key. None is needed while no client is configured.")
final class ApiDescription {
    /** Where the build puts the description. */
    static final String RESOURCE = "META-INF/swagger/vignette.yml";

    private ApiDescription() {}
}
