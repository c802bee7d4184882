package dev.vignette.engine.surroundings;

import dev.vignette.id.AttemptId;
import dev.vignette.id.ErasureId;
import dev.vignette.id.GenerationId;
import dev.vignette.id.ProductionId;
import dev.vignette.objects.ObjectKey;
import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * Makes ids. All but the attempt's sort by the millisecond they were made in and hold 80 random
 * bits after it, like a ULID; the attempt's is 160 random bits, because it may be told to a
 * provider.
 */
public final class Ids {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int BITS = 5;
    private static final int TIME_DIGITS = 10;
    private static final int RANDOM_BYTES = 10;
    private static final int ATTEMPT_BYTES = 20;
    private static final int KEY_BYTES = 20;

    private final Clock clock;
    private final RandomGenerator random;

    /** Takes the time from the clock and the rest from a cryptographic source of random bits. */
    public Ids(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** A new generation's id. */
    public GenerationId generation() {
        return new GenerationId(GenerationId.PREFIX + sortable());
    }

    /** A new production's id. */
    public ProductionId production() {
        return new ProductionId(ProductionId.PREFIX + sortable());
    }

    /** A new attempt's id. */
    public AttemptId attempt() {
        return new AttemptId(AttemptId.PREFIX + random(ATTEMPT_BYTES));
    }

    /** A new erasure's id. */
    public ErasureId erasure() {
        return new ErasureId(ErasureId.PREFIX + sortable());
    }

    /** A new charge's id. */
    public String charge() {
        return "chg_" + sortable();
    }

    /** A new correction's id. */
    public String correction() {
        return "cor_" + sortable();
    }

    /** A new id for a check of an invoice. */
    public String invoiceCheck() {
        return "rec_" + sortable();
    }

    /**
     * Where a production's next picture will be stored: nobody can guess it. All lie side by side,
     * for a new folder is one more thing to bring to the disk.
     */
    public ObjectKey picture(ProductionId production) {
        return new ObjectKey("pictures/" + production.value() + "-" + random(KEY_BYTES));
    }

    /** Where a production's reference photo is stored. */
    public ObjectKey photo(ProductionId production) {
        return new ObjectKey("photos/" + production.value());
    }

    private String sortable() {
        long millis = clock.millis();
        StringBuilder text = new StringBuilder();
        for (int digit = TIME_DIGITS - 1; digit >= 0; digit--) {
            text.append(ALPHABET.charAt((int) (millis >>> (digit * BITS)) & 31));
        }
        return text.append(random(RANDOM_BYTES)).toString();
    }

    private String random(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < bytes * Byte.SIZE; bit += BITS) {
            text.append(ALPHABET.charAt(digit(drawn, bit)));
        }
        return text.toString();
    }

    /** The five bits from that bit on; 80 and 160 are multiples of five. */
    private static int digit(byte[] drawn, int bit) {
        int index = bit / Byte.SIZE;
        int next = index + 1 < drawn.length ? drawn[index + 1] & 0xFF : 0;
        int window = (drawn[index] & 0xFF) << Byte.SIZE | next;
        return (window >>> (2 * Byte.SIZE - BITS - bit % Byte.SIZE)) & 31;
    }
}
