package dev.vignette.store;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Goes from page to page, and asks for the next one only when the last one is used up. */
public final class Paging {
    /** How many things are on a page that nobody sees: many to a question, few to hold. */
    public static final int AT_ONCE = 1_000;

    private Paging() {}

    /**
     * All pages, none of them empty.
     *
     * @param first the first page; an empty one is the end
     * @param next the page after a thing, which was the last of the page before
     */
    public static <T> Stream<List<T>> of(List<T> first, Function<T, List<T>> next) {
        return Stream.iterate(first, page -> !page.isEmpty(), page -> next.apply(page.getLast()));
    }
}
