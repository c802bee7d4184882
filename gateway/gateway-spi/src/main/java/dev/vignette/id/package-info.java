/** The ids of the things that are kept. Unguessable, sortable by the time they were made. */
@NullMarked
package dev.vignette.id;

import org.jspecify.annotations.NullMarked;
