package dev.vignette.simulation.time;

import java.lang.reflect.Constructor;
import java.util.concurrent.Executor;

/**
 * Makes virtual threads that run on an executor of our choice, as do the virtual threads they
 * start. The JDK has no public way yet: this uses a constructor that its own tests use, and needs
 * {@code --add-opens=java.base/java.lang=ALL-UNNAMED}.
 */
final class SimulatedThreads {
    private static final Constructor<?> BUILDER = builder();

    private SimulatedThreads() {}

    /** A builder of threads whose every step is given to that executor. */
    static Thread.Builder.OfVirtual on(Executor executor) {
        try {
            return (Thread.Builder.OfVirtual) BUILDER.newInstance(executor);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JDK makes no such threads", e);
        }
    }

    private static Constructor<?> builder() {
        try {
            Constructor<?> constructor =
                    Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder")
                            .getDeclaredConstructor(Executor.class);
            constructor.setAccessible(true);
            return constructor;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JDK makes no such threads", e);
        }
    }
}
