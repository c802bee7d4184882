package dev.vignette.server.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Lends one running gateway to all trials that leave it as it was. */
final class SharedGateway implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Gateway.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedGateway.class))
                .getOrComputeIfAbsent(Lent.class, _ -> Lent.start(), Lent.class)
                .gateway();
    }

    /** The gateway with its directory; closed when all tests are over. */
    private record Lent(Gateway gateway, Path directory) implements AutoCloseable {

        static Lent start() {
            try {
                Path directory = Files.createTempDirectory(Path.of("target"), "trial");
                return new Lent(Gateway.start(directory, Map.of()), directory);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public void close() {
            gateway.close();
        }
    }
}
