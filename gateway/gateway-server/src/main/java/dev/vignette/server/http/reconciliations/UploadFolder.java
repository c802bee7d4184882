package dev.vignette.server.http.reconciliations;

import java.nio.file.Path;

/**
 * Where files lie while they are read.
 *
 * @param path a directory that is there
 */
public record UploadFolder(Path path) {}
