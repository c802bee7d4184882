package dev.vignette.engine.copy;

/** What became of one round of tries at one picture's links. */
sealed interface Outcome {

    /** What happened, for the operator's log. */
    String note();

    /** It is safe. */
    record Arrived(SpooledPicture picture) implements Outcome {
        @Override
        public String note() {
            return "it is in the spool";
        }
    }

    /**
     * The links answered, and not with a picture.
     *
     * @param reason what the link gave, a safe phrase for apps
     * @param note the same for the operator's log
     */
    record Useless(String reason, String note) implements Outcome {}

    /**
     * The links are not honoured: not yet, or not any more. Another link may be.
     *
     * @param reason what the link gave, a safe phrase for apps
     */
    record Denied(String reason) implements Outcome {
        @Override
        public String note() {
            return "the link gave " + reason;
        }
    }

    /**
     * Something that passes: a broken line, a busy server, a full disk.
     *
     * @param reason what happened, a safe phrase for apps
     * @param note the same for the operator's log
     */
    record Passing(String reason, String note) implements Outcome {}

    /** It came so slowly that it gave its lane to another picture. */
    record Crawling() implements Outcome {
        @Override
        public String note() {
            return "it comes slowly and let others go first";
        }
    }

    /** The one of two that leaves more hope. */
    default Outcome orBetter(Outcome other) {
        return other.hope() >= hope() ? other : this;
    }

    private int hope() {
        return switch (this) {
            case Useless _ -> 0;
            case Denied _ -> 1;
            case Passing _, Crawling _ -> 2;
            case Arrived _ -> 3;
        };
    }
}
