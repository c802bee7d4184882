package dev.vignette.provider;

import dev.vignette.portrait.Photo;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The reference photo as an adapter gets it. The caller's own address is never among it.
 *
 * @param facts type, size and hash
 * @param address our own signed link that the provider can reach, or where the provider keeps its
 *     upload; {@code null} when there is none
 * @param content reads the file; called only when it has to travel inline or be uploaded
 */
public record ReferencePhoto(Photo facts, @Nullable URI address, Supplier<byte[]> content) {

    /** Our own signed link to it, or empty when the provider cannot reach us. */
    public Optional<URI> link() {
        return Optional.ofNullable(address);
    }
}
