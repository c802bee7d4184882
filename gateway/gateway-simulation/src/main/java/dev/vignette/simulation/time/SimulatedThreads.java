package dev.vignette.simulation.time;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.concurrent.Executor;

/**
 * Makes virtual threads that run on an executor of our choice, as do the virtual threads they
 * start. The JDK has no public way yet: this uses a constructor that its own tests use, and needs
 * {@code --add-opens=java.base/java.lang=ALL-UNNAMED}.
 */
final class SimulatedThreads {
    private static final Constructor<?> BUILDER = builder();

    private static final ClassValue<Field> THREAD =
            new ClassValue<>() {
                @Override
                protected Field computeValue(Class<?> steps) {
                    return thread(steps);
                }
            };

    private SimulatedThreads() {}

    /** A builder of threads whose every step is given to that executor. */
    static Thread.Builder.OfVirtual on(Executor executor) {
        try {
            return (Thread.Builder.OfVirtual) BUILDER.newInstance(executor);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JDK makes no such threads", e);
        }
    }

    /**
     * Whether the thread whose steps these are could go on: it has neither ended nor does it wait
     * for anybody. Called right after a step that did not ask for another one, it means that a lock
     * inside the JDK stopped it.
     */
    static boolean wantsToRun(Runnable steps) {
        Thread.State state = threadOf(steps).getState();
        return state == Thread.State.BLOCKED || state == Thread.State.RUNNABLE;
    }

    private static Thread threadOf(Runnable steps) {
        try {
            return (Thread) THREAD.get(steps.getClass()).get(steps);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("this JDK keeps threads elsewhere", e);
        }
    }

    /** The thread that a step belongs to, kept by the JDK in its one field. */
    private static Field thread(Class<?> steps) {
        Field[] fields = steps.getDeclaredFields();
        if (fields.length != 1 || !Thread.class.isAssignableFrom(fields[0].getType())) {
            throw new IllegalStateException("this JDK keeps threads elsewhere");
        }
        fields[0].setAccessible(true);
        return fields[0];
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
