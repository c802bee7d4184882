package dev.vignette.sandbox.picture;

import dev.vignette.sandbox.Bytes;
import java.util.LinkedHashMap;
import java.util.Map;

/** The few pictures drawn last, so that thousands of identical jobs are drawn once. */
final class RecentPictures {
    private static final int MOST = 8;

    private final Map<PictureOrder, Bytes> drawn =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<PictureOrder, Bytes> eldest) {
                    return size() > MOST;
                }
            };

    /** Another thread may draw the same meanwhile; both are the same picture. */
    Bytes get(PictureOrder order) {
        synchronized (drawn) {
            Bytes known = drawn.get(order);
            if (known != null) {
                return known;
            }
        }
        Bytes picture = SandboxPainter.draw(order);
        synchronized (drawn) {
            drawn.put(order, picture);
        }
        return picture;
    }
}
