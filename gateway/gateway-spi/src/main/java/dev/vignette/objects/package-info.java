/** The port to the store of files: pictures, and reference photos while they are needed. */
@NullMarked
package dev.vignette.objects;

import org.jspecify.annotations.NullMarked;
