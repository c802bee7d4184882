package dev.vignette.invoice;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** An invoice cannot be read. Nothing of it is kept. An expected outcome: no stack. */
public final class InvoiceRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Long line;
    private final String detail;

    /** The whole of it is at fault. */
    public InvoiceRefused(String detail) {
        this(null, detail);
    }

    /** That line is at fault, counted from 1. */
    public InvoiceRefused(long line, String detail) {
        this(Long.valueOf(line), detail);
    }

    private InvoiceRefused(@Nullable Long line, String detail) {
        super(line == null ? detail : "line " + line + ": " + detail, null, false, false);
        this.line = line;
        this.detail = detail;
    }

    /** The line at fault; empty when it is the whole. */
    public OptionalLong line() {
        return line == null ? OptionalLong.empty() : OptionalLong.of(line);
    }

    /** What is wrong, without the line. */
    public String detail() {
        return detail;
    }
}
