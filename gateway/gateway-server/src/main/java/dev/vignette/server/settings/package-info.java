/**
 * What the operator decided: the environment and the YAML file, read strictly into records. Nothing
 * is ignored; whatever cannot be understood is a {@link dev.vignette.server.settings.Fault} that
 * names its line.
 */
@NullMarked
package dev.vignette.server.settings;

import org.jspecify.annotations.NullMarked;
