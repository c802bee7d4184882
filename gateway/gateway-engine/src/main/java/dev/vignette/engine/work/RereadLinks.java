package dev.vignette.engine.work;

import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.Picture;
import dev.vignette.generation.Production;
import dev.vignette.provider.Asset;
import dev.vignette.provider.Progress;
import dev.vignette.provider.TaskHandle;
import java.util.List;
import java.util.Optional;

/**
 * Reads a production's jobs once more: a provider may hand out fresh links to the same pictures.
 */
record RereadLinks(Production production, ProviderCalls calls, Surroundings around)
        implements FreshLinks {

    @Override
    public Optional<Asset.Linked> ask(Picture picture) {
        Optional<Attempt> attempt = production.attempt(picture.attempt());
        Optional<ProviderSlot> slot = attempt.flatMap(around::slot);
        Optional<TaskHandle> task = attempt.flatMap(Attempt::task);
        if (slot.isEmpty() || task.isEmpty()) {
            return Optional.empty();
        }
        return calls.check(slot.get(), task.get()) instanceof Progress.Finished(var delivery)
                ? linked(delivery.assets(), picture.index() - attempt.get().firstPicture())
                : Optional.empty();
    }

    private static Optional<Asset.Linked> linked(List<Asset> assets, int place) {
        return place < assets.size() && assets.get(place) instanceof Asset.Linked link
                ? Optional.of(link)
                : Optional.empty();
    }
}
