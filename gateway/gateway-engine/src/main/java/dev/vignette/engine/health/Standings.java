package dev.vignette.engine.health;

/** Tells how providers stand. */
public interface Standings {

    /** How that provider stands, as was noticed last. Never waits. */
    Standing of(String provider);

    /** Notices soon what operators said to another gateway; to be called before deciding. */
    void refresh();

    /** Nothing is the matter with anybody. */
    Standings ALL_WELL =
            new Standings() {
                @Override
                public Standing of(String provider) {
                    return Standing.WELL;
                }

                @Override
                public void refresh() {
                    // it never changes
                }
            };
}
