package dev.vignette.simulation.time;

/** Something that is to happen at its time, unless it is called off before. */
public final class Alarm implements Comparable<Alarm> {
    private final long due;
    private final long number;
    private Runnable action;

    Alarm(long due, long number, Runnable action) {
        this.due = due;
        this.number = number;
        this.action = action;
    }

    /** It is not to happen any more. */
    public void cancel() {
        action = () -> {};
    }

    long due() {
        return due;
    }

    void ring() {
        action.run();
    }

    @Override
    public int compareTo(Alarm other) {
        int byTime = Long.compare(due, other.due);
        return byTime != 0 ? byTime : Long.compare(number, other.number);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }
}
