package dev.vignette.server;

/** How the program ends, in the numbers of sysexits.h. */
enum ExitCode {
    OK(0),
    /** What was compared does not agree. */
    DIFFERENT(1),
    /** The command line was not understood. */
    USAGE(64),
    /** The gateway that was asked does not answer, or not as it should. */
    UNAVAILABLE(69),
    /** The program itself is at fault. */
    SOFTWARE(70),
    /** The operator has to put something right first. */
    CONFIGURATION(78);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
