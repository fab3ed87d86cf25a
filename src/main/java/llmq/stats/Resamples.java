package llmq.stats;

import java.util.SplittableRandom;

/** Which rows a bootstrap draws: with replacement, by a seed, the same on any Java. */
final class Resamples {
    private static final long LOW_HALF = 0xffffffffL;

    private final SplittableRandom random;
    private final int of;

    /** @param of how many there are to draw from, and are drawn each time */
    Resamples(long seed, int of) {
        this.random = new SplittableRandom(seed);
        this.of = of;
    }

    /** Draws, each from 0 until {@code of}: two of each random number of 64 bits. */
    void next(int[] into) {
        int i = 0;
        for (; i + 1 < into.length; i += 2) {
            long bits = bits();
            into[i] = upper(bits, of);
            into[i + 1] = lower(bits, of);
        }
        if (i < into.length) {
            into[i] = upper(bits(), of);
        }
    }

    /** For two draws, {@link #upper} and {@link #lower}. */
    long bits() {
        return random.nextLong();
    }

    /**
     * From 0 until {@code of}: the upper end of half of the bits times {@code of} (Lemire, “Fast random integer
     * generation in an interval”, 2019, without his rejection: of 150 rows none comes too often by more than 4e-8 of
     * its chance).
     */
    static int upper(long bits, int of) {
        return (int) ((bits >>> 32) * of >>> 32);
    }

    static int lower(long bits, int of) {
        return (int) ((bits & LOW_HALF) * of >>> 32);
    }
}
