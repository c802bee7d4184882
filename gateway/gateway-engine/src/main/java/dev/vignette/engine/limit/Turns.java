package dev.vignette.engine.limit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Those of one priority who wait: clients take turns, and each sends its first. */
final class Turns {
    /** The client whose turn it is comes first. None has an empty queue. */
    private final Map<String, Deque<Passage>> clients = new LinkedHashMap<>();

    private int size;

    void addLast(Passage passage) {
        clients.computeIfAbsent(client(passage), _ -> new ArrayDeque<>()).addLast(passage);
        size++;
    }

    void addFirst(Passage passage) {
        Deque<Passage> queue = clients.computeIfAbsent(client(passage), _ -> new ArrayDeque<>());
        queue.addFirst(passage);
        Map<String, Deque<Passage>> others = new LinkedHashMap<>(clients);
        others.remove(client(passage));
        clients.clear();
        clients.put(client(passage), queue);
        clients.putAll(others);
        size++;
    }

    void remove(Passage passage) {
        Deque<Passage> queue = clients.get(client(passage));
        if (queue != null && queue.remove(passage)) {
            size--;
            if (queue.isEmpty()) {
                clients.remove(client(passage));
            }
        }
    }

    Optional<Passage> peek() {
        return clients.values().stream().findFirst().map(Deque::element);
    }

    /** Takes the next one out; then it is the next client's turn. */
    Optional<Passage> poll() {
        Optional<Passage> next = peek();
        next.ifPresent(passage -> {
            remove(passage);
            Deque<Passage> rest = clients.remove(client(passage));
            if (rest != null) {
                clients.put(client(passage), rest);
            }
        });
        return next;
    }

    int size() {
        return size;
    }

    private static String client(Passage passage) {
        return passage.visitor().client();
    }
}
