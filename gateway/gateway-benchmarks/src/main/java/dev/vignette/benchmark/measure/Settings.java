package dev.vignette.benchmark.measure;

import dev.vignette.benchmark.process.Workbench;
import dev.vignette.benchmark.vendor.Vendor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What an operator would set to use a vendor at another address. */
final class Settings {
    private Settings() {}

    /** ModelsLab is that vendor, and may have so many jobs at once. */
    static Map<String, String> modelsLab(Workbench bench, Vendor vendor, int inFlight) {
        Map<String, String> variables = variables(bench, "modelslab", inFlight);
        variables.put("MODELSLAB_BASE_URL", vendor.base().toString());
        variables.put("MODELSLAB_API_KEY", vendor.credential());
        return variables;
    }

    /** Replicate is that vendor, and may have so many jobs at once. */
    static Map<String, String> replicate(Workbench bench, Vendor vendor, int inFlight) {
        Map<String, String> variables = variables(bench, "replicate", inFlight);
        variables.put("REPLICATE_BASE_URL", vendor.base().toString());
        variables.put("REPLICATE_API_TOKEN", vendor.credential());
        return variables;
    }

    private static Map<String, String> variables(Workbench bench, String provider, int inFlight) {
        Map<String, String> variables = new HashMap<>();
        variables.put("VIGNETTE_CONFIG", file(bench, provider, inFlight).toString());
        return variables;
    }

    private static Path file(Workbench bench, String provider, int inFlight) {
        String text =
                """
                vignette:
                  providers:
                    %1$s:
                      in-flight: %2$d
                      requests-per-minute: 600000
                  routes:
                    headshot:
                      - {provider: %1$s, weight: 100}
                  prices:
                    - {provider: %1$s, per: image, amount: 0.01, currency: USD, from: 2020-01-01}
                """
                        .formatted(provider, inFlight);
        try {
            Files.createDirectories(bench.directory());
            return Files.writeString(bench.directory().resolve("vignette.yml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
