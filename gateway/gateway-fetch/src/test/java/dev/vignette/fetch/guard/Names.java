package dev.vignette.fetch.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A name server that knows what it is told, and counts the questions. */
final class Names implements NameResolver {
    private final Map<String, List<InetAddress>> known = new ConcurrentHashMap<>();
    private final Map<String, Integer> questions = new ConcurrentHashMap<>();
    private volatile Duration delay = Duration.ZERO;

    void put(String name, String... addresses) {
        known.put(name, List.of(addresses).stream().map(InetAddress::ofLiteral).toList());
    }

    void delay(Duration time) {
        delay = time;
    }

    int questions(String name) {
        return questions.getOrDefault(name, 0);
    }

    @Override
    public List<InetAddress> resolve(String name) throws UnknownHostException {
        questions.merge(name, 1, Integer::sum);
        try {
            Thread.sleep(delay);
        } catch (InterruptedException _) {
            throw new UnknownHostException("interrupted");
        }
        var addresses = known.get(name);
        if (addresses == null) {
            throw new UnknownHostException(name);
        }
        return addresses;
    }
}
