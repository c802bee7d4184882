package dev.vignette.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * An invoice, and what a running gateway is to do with it.
 *
 * @param file where it lies
 * @param fields what else the gateway is told, by the names of the form's fields
 */
record InvoiceOnDisk(Path file, List<Map.Entry<String, String>> fields) {
    InvoiceOnDisk {
        fields = List.copyOf(fields);
    }
}
