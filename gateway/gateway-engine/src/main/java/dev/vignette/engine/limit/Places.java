package dev.vignette.engine.limit;

import java.util.OptionalInt;

/**
 * The places of an account: how many are taken, and how many there are now. Their number begins at
 * the ceiling, shrinks by three tenths with trouble, once for all orders that were on their way
 * together, and grows by one with each order that went well while at least half are taken. Where
 * orders were refused it is careful: there a whole round has to go well first. See
 * docs/decisions/0022-limits.md.
 */
final class Places {
    private static final int UNLIMITED = Integer.MAX_VALUE;

    /** Fewer would keep the account from being found well again. */
    private static final int LEAST = 2;

    /** A slow provider keeps that part of its places: it delivers, after all. */
    private static final int SLOW_PART = 4;

    private static final int LEAST_WHEN_SLOW = 8;

    private int ceiling = UNLIMITED;
    private int limit = UNLIMITED;
    private int refusedAt = UNLIMITED;
    private int taken;
    private int wentWell;
    private boolean fell;
    private long fellAt;

    /** What the operator allows, from now on. Whoever has a place keeps it. */
    void ceiling(OptionalInt allowed) {
        int next = allowed.orElse(UNLIMITED);
        limit = limit >= ceiling ? next : Math.min(limit, next);
        ceiling = next;
    }

    boolean hasRoom() {
        return taken < limit;
    }

    void take() {
        taken++;
    }

    void leave() {
        taken--;
    }

    int taken() {
        return taken;
    }

    /** How many there are now, or empty when any number may be taken. */
    OptionalInt limit() {
        return limit == UNLIMITED ? OptionalInt.empty() : OptionalInt.of(limit);
    }

    /** How many there may ever be. */
    OptionalInt ceiling() {
        return ceiling == UNLIMITED ? OptionalInt.empty() : OptionalInt.of(ceiling);
    }

    /** An order went well, as quickly as usual. */
    void well() {
        if (limit >= ceiling || 2L * taken < limit) {
            return;
        }
        wentWell++;
        if (limit != refusedAt) {
            grow();
        } else if (wentWell >= limit) {
            refusedAt = UNLIMITED;
            grow();
        }
    }

    private void grow() {
        limit++;
        wentWell = 0;
    }

    /** An order was answered slowly. */
    void slow(long sentAt, long now) {
        int floor = ceiling == UNLIMITED ? LEAST_WHEN_SLOW : Math.max(ceiling / SLOW_PART, LEAST);
        if (isNews(sentAt, now)) {
            limit = Math.min(limit, Math.max(floor, fewer()));
        }
    }

    /** An order was refused, or not answered at all. */
    void trouble(long sentAt, long now) {
        if (isNews(sentAt, now)) {
            int next = Math.min(limit, Math.max(LEAST, fewer()));
            refusedAt = Math.max(next, Math.min(limit, taken - 1));
            limit = next;
        }
    }

    private int fewer() {
        return (int) (Math.min(limit, Math.max(taken, 1)) * 7L / 10);
    }

    /** What left before they became fewer says nothing about fewer. */
    private boolean isNews(long sentAt, long now) {
        boolean news = !fell || sentAt - fellAt >= 0;
        if (news) {
            fell = true;
            fellAt = now;
            wentWell = 0;
        }
        return news;
    }
}
