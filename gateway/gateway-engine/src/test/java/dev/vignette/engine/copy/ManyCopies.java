package dev.vignette.engine.copy;

import dev.vignette.engine.work.FreshLinks;
import dev.vignette.generation.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Copies on threads of their own, each of them let go of when it is settled, as by a worker. */
final class ManyCopies implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<Picture>> copies = new ArrayList<>();
    private final CopyRoom room;

    ManyCopies(CopyRoom room) {
        this.room = room;
    }

    void begin(Picture picture) {
        copies.add(
                threads.submit(() -> {
                    try {
                        Picture settled =
                                room.copier.copy(picture, Pictures.RULES, FreshLinks.NONE);
                        room.copier.forget(settled);
                        return settled;
                    } finally {
                        room.time.leave();
                    }
                }));
    }

    /** All of them, once they are settled. */
    List<Picture> settled() throws InterruptedException, ExecutionException {
        List<Picture> settled = new ArrayList<>();
        for (Future<Picture> copy : copies) {
            settled.add(copy.get());
        }
        return settled;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
