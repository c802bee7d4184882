package dev.vignette.server.wiring;

import dev.vignette.server.settings.EnvironmentSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/**
 * What the framework is told. It reads neither files nor variables of its own: whatever can be
 * configured is in the operator's file.
 */
public final class ServerProperties {
    /** The property with the number of the management's port. */
    public static final String MANAGEMENT_PORT = "endpoints.all.port";

    /** An invoice goes to the disk as it comes; whatever goes into memory ends at the other. */
    private static final String LARGEST_REQUEST = "300MB";

    private static final String LARGEST_IN_MEMORY = "22MB";
    private static final String LISTENERS = "micronaut.server.netty.listeners.";

    private ServerProperties() {}

    /** The framework's properties for these settings. */
    public static Map<String, Object> of(EnvironmentSettings settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("micronaut.application.name", "vignette");
        server(properties);
        listeners(properties, settings);
        management(properties);
        return properties;
    }

    private static void server(Map<String, Object> properties) {
        properties.put("micronaut.server.max-request-size", LARGEST_REQUEST);
        properties.put("micronaut.server.max-request-buffer-size", LARGEST_IN_MEMORY);
        properties.put("micronaut.server.multipart.enabled", true);
        properties.put("micronaut.server.multipart.max-file-size", LARGEST_IN_MEMORY);
        properties.put("micronaut.server.thread-selection", "BLOCKING");
    }

    /** Two doors: apps see nothing of health and metrics, and the other way round. */
    private static void listeners(Map<String, Object> properties, EnvironmentSettings settings) {
        int managementPort = managementPort(settings.management());
        properties.put(LISTENERS + "api.host", settings.api().host());
        properties.put(LISTENERS + "api.port", settings.api().port());
        properties.put(LISTENERS + "management.host", settings.management().host());
        properties.put(LISTENERS + "management.port", managementPort);
        properties.put(LISTENERS + "management.expose-default-routes", false);
        properties.put(MANAGEMENT_PORT, managementPort);
    }

    private static void management(Map<String, Object> properties) {
        properties.put("endpoints.all.enabled", false);
        properties.put("endpoints.all.sensitive", false);
        properties.put("endpoints.health.enabled", true);
        properties.put("endpoints.health.details-visible", "NEVER");
        properties.put("endpoints.prometheus.enabled", true);
        properties.put("endpoints.prometheus.sensitive", false);
        properties.put("micronaut.metrics.export.prometheus.enabled", true);
        properties.put("micronaut.metrics.export.prometheus.step", "PT10S");
        properties.put("micronaut.metrics.export.prometheus.descriptions", true);
    }

    /** The routes of the framework want the port's number before it listens there. */
    private static int managementPort(EnvironmentSettings.Listener listener) {
        if (listener.port() != 0) {
            return listener.port();
        }
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName(listener.host()))) {
            return free.getLocalPort();
        } catch (IOException refused) {
            throw new UncheckedIOException("no free port for health and metrics", refused);
        }
    }
}
