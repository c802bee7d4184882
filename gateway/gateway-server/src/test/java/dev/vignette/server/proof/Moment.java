package dev.vignette.server.proof;

/**
 * A moment to die at, by the numbers of docs/paid-once.md. Most are failpoints of the program; an
 * order that is half sent, or sent and not answered, is held by the vendor's double while the
 * gateway is killed.
 */
enum Moment {
    C1_SERIES(Way.BY_ITSELF, "C1", Shop.REPLICATE, 0, End.MADE),
    C2_HEADSHOT(Way.BY_ITSELF, "C2", Shop.MODELSLAB, 0, End.MADE),
    C3_SERIES(Way.BY_ITSELF, "C3", Shop.REPLICATE, 0, End.MADE, "throttled_by_header"),
    C4_SERIES(Way.BY_ITSELF, "C4", Shop.REPLICATE, 0, End.IN_DOUBT),
    C4_HEADSHOT(Way.BY_ITSELF, "C4", Shop.MODELSLAB_CALLS, 0, End.IN_DOUBT),
    C4_SERIES_PROVED(Way.BY_ITSELF, "C4", Shop.REPLICATE_CALLS, 0, End.BOUGHT_AGAIN),
    C5_SERIES(Way.KILLED, "half_read", Shop.REPLICATE_CALLS, 0, End.IN_DOUBT),
    C5_SERIES_PROVED(Way.KILLED, "half_read", Shop.REPLICATE, 0, End.BOUGHT_AGAIN),
    C5_HEADSHOT(Way.KILLED, "half_read", Shop.MODELSLAB, 0, End.IN_DOUBT),
    C6_READ_SERIES(Way.KILLED, "read", Shop.REPLICATE, 0, End.MADE),
    C6_READ_MARKED_SERIES(Way.KILLED, "read", Shop.REPLICATE_CALLS, 0, End.MADE),
    C6_TAKEN_SERIES(Way.KILLED, "taken", Shop.REPLICATE, 0, End.MADE),
    C6_TAKEN_HEADSHOT(Way.KILLED, "taken", Shop.MODELSLAB_CALLS, 8_000, End.MADE),
    C7_SERIES(Way.BY_ITSELF, "C7", Shop.REPLICATE_CALLS, 3_000, End.MADE),
    C7_HEADSHOT(Way.BY_ITSELF, "C7", Shop.MODELSLAB_CALLS, 8_000, End.MADE),
    C8_SERIES(Way.BY_ITSELF, "C8", Shop.REPLICATE, 2_000, End.MADE),
    C8_HEADSHOT(Way.BY_ITSELF, "C8", Shop.MODELSLAB, 3_000, End.MADE),
    C9_SERIES(Way.BY_ITSELF, "C9", Shop.REPLICATE, 2_000, End.MADE),
    C9_HEADSHOT(Way.BY_ITSELF, "C9", Shop.MODELSLAB, 3_000, End.MADE),
    C10_SERIES(Way.BY_ITSELF, "C10", Shop.REPLICATE, 0, End.MADE),
    C10_HEADSHOT(Way.BY_ITSELF, "C10", Shop.MODELSLAB, 0, End.MADE),
    C11_SERIES(Way.BY_ITSELF, "C11", Shop.REPLICATE, 0, End.MADE),
    C12_HEADSHOT(Way.BY_ITSELF, "C12", Shop.MODELSLAB, 0, End.MADE),
    C13_SERIES(Way.BY_ITSELF, "C13", Shop.REPLICATE, 0, End.MADE),
    C14_HEADSHOT(Way.BY_ITSELF, "C14", Shop.MODELSLAB, 0, End.MADE),
    C16_SERIES(Way.BY_ITSELF, "C16", Shop.REPLICATE_CALLS, 2_000, End.MADE),
    C16_HEADSHOT(Way.BY_ITSELF, "C16", Shop.MODELSLAB_CALLS, 3_000, End.MADE),
    C17_SERIES(Way.BY_ITSELF, "C17", Shop.REPLICATE_CALLS, 2_000, End.MADE),
    C17_HEADSHOT(Way.BY_ITSELF, "C17", Shop.MODELSLAB_CALLS, 3_000, End.MADE),
    C18_SERIES(Way.CALLED_OFF, "C18", Shop.REPLICATE, 30_000, End.CANCELED),
    C19_SERIES(Way.BY_ITSELF, "C19", Shop.REPLICATE, 0, End.MADE),
    C21_SERIES(Way.BY_ITSELF, "C21", Shop.REPLICATE, 0, End.MADE),
    C21_HEADSHOT(Way.BY_ITSELF, "C21", Shop.MODELSLAB_CALLS, 0, End.MADE, "webhook_late");

    private final Way way;
    private final String where;
    private final Shop shop;
    private final int pictureMillis;
    private final End end;
    private final String fault;

    /** How the gateway dies. */
    enum Way {
        /** By itself, at that failpoint. */
        BY_ITSELF,
        /** Killed while its order is held there. */
        KILLED,
        /** By itself, at that failpoint, once its generation is called off. */
        CALLED_OFF
    }

    /** Who makes the pictures, and whether he can reach the gateway. */
    enum Shop {
        REPLICATE("portrait_series", false),
        REPLICATE_CALLS("portrait_series", true),
        MODELSLAB("headshot", false),
        MODELSLAB_CALLS("headshot", true);

        private final String kind;
        private final boolean callable;

        Shop(String kind, boolean callable) {
            this.kind = kind;
            this.callable = callable;
        }

        String kind() {
            return kind;
        }

        boolean callable() {
            return callable;
        }
    }

    /** What has to become of the generation. */
    enum End {
        /** Bought once, delivered. */
        MADE("succeeded", 1, 60),
        /** Called off, what had been ordered is charged. */
        CANCELED("canceled", 1, 60),
        /** It never arrived, which was proved; then it was bought after all. */
        BOUGHT_AGAIN("succeeded", 1, 420),
        /** Nobody knows before the absence of a job is proved, so nothing is bought. */
        IN_DOUBT("failed", 0, 12);

        private final String status;
        private final int orders;
        private final int deadline;

        End(String status, int orders, int deadline) {
            this.status = status;
            this.orders = orders;
            this.deadline = deadline;
        }

        String status() {
            return status;
        }

        int orders() {
            return orders;
        }

        /** How many seconds the app gives it. */
        int deadline() {
            return deadline;
        }
    }

    Moment(Way way, String where, Shop shop, int pictureMillis, End end) {
        this(way, where, shop, pictureMillis, end, "");
    }

    Moment(Way way, String where, Shop shop, int pictureMillis, End end, String fault) {
        this.way = way;
        this.where = where;
        this.shop = shop;
        this.pictureMillis = pictureMillis;
        this.end = end;
        this.fault = fault;
    }

    Way way() {
        return way;
    }

    /** Which failpoint, or where the order is held. */
    String where() {
        return where;
    }

    Shop shop() {
        return shop;
    }

    int pictureMillis() {
        return pictureMillis;
    }

    End end() {
        return end;
    }

    /** What else goes wrong at the vendor, once; empty when nothing does. */
    String fault() {
        return fault;
    }
}
