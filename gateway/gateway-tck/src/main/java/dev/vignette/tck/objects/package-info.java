/** The contract of the store of files, and an S3 server to run it against. */
@NullMarked
package dev.vignette.tck.objects;

import org.jspecify.annotations.NullMarked;
