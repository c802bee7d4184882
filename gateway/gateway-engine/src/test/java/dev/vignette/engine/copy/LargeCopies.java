package dev.vignette.engine.copy;

import dev.vignette.engine.intake.TestPictures;
import dev.vignette.engine.surroundings.Observations;
import dev.vignette.engine.surroundings.Policies;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.engine.work.FreshLinks;
import dev.vignette.fetch.FetchRules;
import dev.vignette.fetch.Fetched;
import dev.vignette.fetch.GuardedFetch;
import dev.vignette.fetch.Landing;
import dev.vignette.generation.PictureState;
import dev.vignette.objects.Content;
import dev.vignette.objects.ListedObject;
import dev.vignette.objects.ObjectFacts;
import dev.vignette.objects.ObjectKey;
import dev.vignette.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Copies 64 pictures of 10 MB at once; a program, to be run with little memory. */
final class LargeCopies {
    private static final int PICTURES = 64;
    private static final int BYTES = 10_000_000;
    private static final int BLOCK = 16 * 1024;

    private LargeCopies() {}

    /** Prints how many bytes the store got. */
    public static void main(String[] arguments) throws Exception {
        CountingStore store = new CountingStore();
        Copier copier =
                new Copier(
                        new LargeFiles(),
                        store,
                        Spool.open(Path.of(arguments[0]), Long.MAX_VALUE),
                        Surroundings.real(
                                Policies.always(() -> {
                                    throw new IllegalStateException("there is no policy");
                                }),
                                Observations.NONE,
                                Clock.systemUTC()),
                        CopyListener.none(),
                        true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<PictureState>> copies = new ArrayList<>();
            for (int i = 0; i < PICTURES; i++) {
                var picture = Pictures.linkedUntil(i, Instant.now().plusSeconds(600 + i));
                copies.add(() -> copier.copy(picture, Pictures.RULES, FreshLinks.NONE).state());
            }
            for (Future<PictureState> copy : threads.invokeAll(copies)) {
                if (!(copy.get() instanceof PictureState.Stored)) {
                    throw new IllegalStateException("a copy failed: " + copy.get());
                }
            }
        }
        System.out.println("stored " + store.bytes.get());
    }

    private static final class LargeFiles implements GuardedFetch {
        @Override
        public Fetched fetch(URI address, FetchRules rules, Landing landing) {
            try {
                OutputStream sink = landing.begin(null);
                byte[] header = TestPictures.png(64, 48);
                sink.write(header);
                for (int left = BYTES - header.length; left > 0; left -= BLOCK) {
                    sink.write(new byte[Math.min(BLOCK, left)]);
                }
                return new Fetched.Complete(BYTES);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class CountingStore implements ObjectStore {
        private final AtomicLong bytes = new AtomicLong();

        @Override
        public void put(ObjectKey key, Content content) {
            try (InputStream in = content.source().open()) {
                bytes.addAndGet(in.transferTo(OutputStream.nullOutputStream()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Optional<ObjectFacts> find(ObjectKey key) {
            return Optional.empty();
        }

        @Override
        public Optional<InputStream> open(ObjectKey key) {
            return Optional.empty();
        }

        @Override
        public void delete(ObjectKey key) {
            throw new UnsupportedOperationException("nothing is deleted here");
        }

        @Override
        public List<ListedObject> list(String prefix, @Nullable ObjectKey after, int limit) {
            return List.of();
        }

        @Override
        public Optional<URI> link(ObjectKey key, Duration life) {
            return Optional.empty();
        }
    }
}
