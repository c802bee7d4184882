package dev.vignette.server.wiring;

import dev.vignette.engine.surroundings.Failpoint;
import dev.vignette.engine.surroundings.Failpoints;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets the process die at one moment, as by {@code kill -9}: for those who want to see that nothing
 * is lost by it. Off unless the system property {@code vignette.failpoint} names a moment, {@code
 * C4}, or {@code C4:3} for the third time it comes.
 */
final class NamedFailpoint implements Failpoints {
    private static final String PROPERTY = "vignette.failpoint";
    private static final int KILLED = 137;

    private final Failpoint point;
    private final AtomicInteger left;

    private NamedFailpoint(Failpoint point, int times) {
        this.point = point;
        this.left = new AtomicInteger(times);
    }

    /** The one that the property names, or none. */
    static Failpoints ofProperty() {
        String name = System.getProperty(PROPERTY);
        if (name == null) {
            return Failpoints.NONE;
        }
        int colon = name.indexOf(':');
        return colon < 0
                ? new NamedFailpoint(Failpoint.valueOf(name), 1)
                : new NamedFailpoint(
                        Failpoint.valueOf(name.substring(0, colon)),
                        Integer.parseInt(name.substring(colon + 1)));
    }

    @Override
    public void pass(Failpoint passed) {
        if (passed == point && left.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
