package dev.vignette.benchmark.measure;

import dev.vignette.benchmark.process.Workbench;
import java.util.List;

/** One thing that is measured. */
public interface Measurement {

    /** Its name on the command line. */
    String name();

    /** Measures. */
    List<Figure> take(Workbench bench);

    /** All of them, in the order of the table. */
    static List<Measurement> all() {
        return List.of(
                new StartUp(),
                new CachedHit(),
                new AddedToCall(),
                new KnowingTheEnd(),
                new KnowingManyEnds(false),
                new KnowingManyEnds(true),
                new LargePictures(),
                new ManyInFlight(),
                new KnownYearSummed(),
                new LargeLedger());
    }
}
