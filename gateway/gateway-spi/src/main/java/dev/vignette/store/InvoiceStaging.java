package dev.vignette.store;

import dev.vignette.invoice.InvoiceCheck;
import dev.vignette.invoice.InvoiceLine;
import dev.vignette.invoice.InvoiceRefused;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where an invoice is laid beside the ledger, line by line and in little memory however long it is.
 * Called in the order of its methods. The ledger is only read, as it was at {@link #begin}; who
 * writes it meanwhile is not held up for long.
 */
public interface InvoiceStaging {

    /**
     * Begins a check. An earlier dry run of the same provider and period goes, and so does what was
     * begun a day ago and never ended.
     */
    void begin(InvoiceCheck check);

    /**
     * Adds lines of the invoice.
     *
     * @throws InvoiceRefused when a line names a job that another one has named
     */
    void add(String check, List<InvoiceLine> lines);

    /** Finds the charges of all lines that name their job. */
    void matchJobs(String check);

    /**
     * Shows all lines that name no job and all charges of the period that no line was found for,
     * with the same amount together and in the order of time.
     *
     * @param around how far outside the period charges are of interest
     */
    void timed(String check, Duration around, Consumer<TimedAmount> reader);

    /** Puts charges beside lines. */
    void pair(String check, List<Pair> pairs);

    /** Marks lines, by their place, for which several charges would do. */
    void ambiguous(String check, List<Long> places);

    /**
     * Compares every line with its charge, adds charges that no line was found for, and adds up.
     *
     * @throws InvoiceRefused when a line is in another currency than its charge
     */
    InvoiceCheck compare(String check);

    /** Forgets a check that wrote nothing, with its lines. */
    void drop(String check);

    /**
     * An amount at a time: a line's or a charge's.
     *
     * @param currency the ISO code
     * @param micros the amount in millionths
     * @param nanos the time, in nanoseconds since 1970
     * @param line the line's place; 0 for a charge
     * @param charge the charge's place in the ledger; 0 for a line
     */
    record TimedAmount(String currency, long micros, long nanos, long line, long charge) {}

    /**
     * A line and its charge.
     *
     * @param line the line's place
     * @param charge the charge's place in the ledger
     */
    record Pair(long line, long charge) {}
}
