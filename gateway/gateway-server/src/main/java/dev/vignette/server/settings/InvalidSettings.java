package dev.vignette.server.settings;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.List;

/** What was configured cannot be used; all the reasons together, in the order of the file. */
public final class InvalidSettings extends StartRefused {
    private static final long serialVersionUID = 1L;

    private final String source;
    private final transient List<Fault> faults;

    InvalidSettings(String source, List<Fault> faults) {
        super(source + ": " + sorted(faults).stream().map(Fault::text).collect(joining("; ")));
        this.source = source;
        this.faults = sorted(faults);
    }

    /** Every fault that was found, at least one. */
    @Override
    public List<Fault> faults() {
        return faults;
    }

    /** Each fault as a line of its own. */
    public List<String> sentences() {
        return faults.stream().map(fault -> source + ": " + fault.text()).toList();
    }

    private static List<Fault> sorted(List<Fault> faults) {
        return faults.stream().distinct().sorted(Comparator.comparingInt(Fault::line)).toList();
    }
}
