package dev.vignette.engine.work;

import dev.vignette.generation.Picture;
import dev.vignette.provider.Asset;
import java.util.Optional;

/** Asks providers once more where their pictures are. */
@FunctionalInterface
public interface FreshLinks {

    /**
     * Asks the provider of that picture again about the job that made it. A call to the provider:
     * blocks, and is not to be made lightly.
     *
     * @return where the picture is now, perhaps where it was before; empty when the provider names
     *     no such picture any more or cannot be asked
     */
    Optional<Asset.Linked> ask(Picture picture);

    /** Nobody can be asked. */
    FreshLinks NONE = _ -> Optional.empty();
}
