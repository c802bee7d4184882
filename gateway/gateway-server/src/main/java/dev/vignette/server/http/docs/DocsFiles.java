package dev.vignette.server.http.docs;

import io.micronaut.core.io.ResourceLoader;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The files of the page that shows the API's description, all from our own jars. */
@Singleton
final class DocsFiles {
    private static final String OURS = "dev/vignette/server/http/docs/";
    private static final String WEBJAR = "META-INF/maven/org.webjars/swagger-ui/pom.properties";

    private final ResourceLoader resources;
    private final Map<String, Place> places;

    /**
     * A file.
     *
     * @param bytes its content
     * @param mediaType its type
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record File(byte[] bytes, MediaType mediaType) {}

    private record Place(String resource, String mediaType) {}

    DocsFiles(ResourceLoader resources) {
        this.resources = resources;
        String swagger = "META-INF/resources/webjars/swagger-ui/" + version() + '/';
        this.places =
                Map.of(
                        "openapi.yaml", new Place(ApiDescription.RESOURCE, "application/yaml"),
                        "index.html", new Place(OURS + "index.html", "text/html;charset=UTF-8"),
                        "start.js", new Place(OURS + "start.js", "text/javascript"),
                        "swagger-ui.css", new Place(swagger + "swagger-ui.css", "text/css"),
                        "swagger-ui-bundle.js",
                                new Place(swagger + "swagger-ui-bundle.js", "text/javascript"));
    }

    /** The file of that name, or empty when there is none. */
    Optional<File> find(String name) {
        return Optional.ofNullable(places.get(name))
                .map(place -> new File(read(place.resource()), MediaType.of(place.mediaType())));
    }

    private String version() {
        Properties properties = new Properties();
        try (InputStream stream = open(WEBJAR)) {
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    private byte[] read(String resource) {
        try (InputStream stream = open(resource)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream open(String resource) {
        return resources
                .getResourceAsStream("classpath:" + resource)
                .orElseThrow(() -> new IllegalStateException("not in the program: " + resource));
    }
}
