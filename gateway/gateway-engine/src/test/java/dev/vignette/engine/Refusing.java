package dev.vignette.engine;

import dev.vignette.objects.Content;
import dev.vignette.objects.ObjectKey;
import dev.vignette.objects.StoreUnavailable;
import java.io.IOException;

/** Cannot be written to. */
final class Refusing extends Forgetful {
    @Override
    public void put(ObjectKey key, Content content) {
        throw new StoreUnavailable("scripted", new IOException("scripted"));
    }
}
