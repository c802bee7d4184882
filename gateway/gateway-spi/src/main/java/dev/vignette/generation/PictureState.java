package dev.vignette.generation;

import dev.vignette.portrait.ContentHash;
import dev.vignette.portrait.ImageType;
import dev.vignette.provider.Asset;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where one bought picture is. */
public sealed interface PictureState {

    /**
     * Paid and not yet in our store.
     *
     * @param source where it can be fetched; {@code null} when it came inside the answer and lies
     *     in the spool
     */
    record Awaited(Asset.@Nullable Linked source) implements PictureState {}

    /**
     * In our store, checked.
     *
     * @param at since when
     * @param type by its bytes
     * @param width in pixels
     * @param height in pixels
     * @param bytes its size
     * @param hash the SHA-256 of the bytes as the provider delivered them
     */
    record Stored(Instant at, ImageType type, int width, int height, long bytes, ContentHash hash)
            implements PictureState {}

    /**
     * It could not be fetched before its link died, or is no picture.
     *
     * @param at since when
     * @param reason one safe sentence
     */
    record Lost(Instant at, String reason) implements PictureState {}

    /** Deleted, because nobody refers to it any more. */
    record Gone(Instant at) implements PictureState {}
}
