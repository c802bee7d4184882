package dev.vignette.server.proof;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.server.proof.App.Wish;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Apps that ask all the time: for both kinds, some for what others have asked for too, some twice
 * with the same key, some to call it off at once. Whoever gets no answer asks again.
 */
final class Load implements AutoCloseable {
    private static final int APPS = 3;
    private static final long AGAIN = TimeUnit.MILLISECONDS.toNanos(50);

    private final Map<String, String> promises = new ConcurrentHashMap<>();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();
    private final List<Thread> apps = new ArrayList<>();
    private final App app;
    private final int deadlineSeconds;
    private volatile boolean over;

    private Load(App app, int deadlineSeconds) {
        this.app = app;
        this.deadlineSeconds = deadlineSeconds;
    }

    /** Begins to ask. */
    static Load on(App app, long seed, int deadlineSeconds) {
        Load load = new Load(app, deadlineSeconds);
        for (int number = 0; number < APPS; number++) {
            Random random = new Random(seed + number);
            load.apps.add(Thread.startVirtualThread(() -> load.askAll(random)));
        }
        return load;
    }

    /** The generations that were promised, by idempotency key. */
    Map<String, String> promises() {
        return promises;
    }

    /** Promises that were not kept, a sentence each. */
    List<String> broken() {
        return List.copyOf(broken);
    }

    private void askAll(Random random) {
        List<Wish> asked = new ArrayList<>();
        while (!over) {
            Wish wish = wish(random, asked);
            asked.add(wish);
            Optional<String> id = promised(wish);
            if (random.nextInt(10) == 0) {
                id.ifPresent(app::cancel);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(600)));
        }
    }

    private Wish wish(Random random, List<Wish> asked) {
        int what = random.nextInt(10);
        if (what < 3 && !asked.isEmpty()) {
            Wish before = asked.get(random.nextInt(asked.size()));
            return what == 0 ? before : before.again();
        }
        return random.nextInt(3) == 0
                ? Wish.of("headshot", 1, deadlineSeconds)
                : Wish.of("portrait_series", 1 + random.nextInt(2), deadlineSeconds);
    }

    /** Asks until it is answered; the same key is always the same generation. */
    private Optional<String> promised(Wish wish) {
        while (!over) {
            Optional<String> id = app.ask(wish).filter(Load::isPromise).map(Load::id);
            if (id.isPresent()) {
                String before = promises.putIfAbsent(wish.key(), id.get());
                if (before != null && !before.equals(id.get())) {
                    broken.add(wish.key() + " was " + before + " and is " + id.get());
                }
                return id;
            }
            LockSupport.parkNanos(AGAIN);
        }
        return Optional.empty();
    }

    private static boolean isPromise(HttpResponse<String> answer) {
        return answer.statusCode() == 200 || answer.statusCode() == 202;
    }

    private static String id(HttpResponse<String> answer) {
        JsonNode generation = Http.read(answer.body());
        return generation.path("id").asText();
    }

    /** Ends when everybody has stopped asking. */
    @Override
    public void close() {
        over = true;
        for (Thread asking : apps) {
            try {
                asking.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new AssertionError(interrupted);
            }
        }
    }
}
