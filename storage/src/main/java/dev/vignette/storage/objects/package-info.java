/** Where pictures are kept: in a folder, or in a bucket of S3 or of a server that speaks S3. */
@NullMarked
package dev.vignette.storage.objects;

import org.jspecify.annotations.NullMarked;
