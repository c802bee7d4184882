package dev.vignette.tck.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The recordings beside an adapter's test class. */
final class Recordings {

    private Recordings() {}

    /** The stub mappings of a scenario, by file name. */
    static List<StubMapping> of(Class<?> test, Scenario scenario) {
        URL folder = test.getResource(resource(scenario));
        assertThat(folder)
                .as("recordings for %s, or a reason why it cannot happen", scenario)
                .isNotNull();
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            List<StubMapping> stubs = files.sorted().map(Recordings::read).toList();
            assertThat(stubs).as("recordings for %s", scenario).isNotEmpty();
            return stubs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static void assertDeclaredImpossible(Class<?> test, Scenario scenario, String reason) {
        assertThat(reason).as("why %s cannot happen", scenario).hasSizeGreaterThan(20);
        assertThat(test.getResource(resource(scenario)))
                .as("recordings of %s, which is said not to happen", scenario)
                .isNull();
    }

    private static String resource(Scenario scenario) {
        return "/recordings/" + scenario.folder();
    }

    private static StubMapping read(Path file) {
        try {
            return StubMapping.buildFrom(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
