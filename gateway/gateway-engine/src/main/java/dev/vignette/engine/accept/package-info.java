/** From what an app asks to what is written down: defaults, identity, pictures made before. */
@NullMarked
package dev.vignette.engine.accept;

import org.jspecify.annotations.NullMarked;
