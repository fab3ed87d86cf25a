package llmq.stats;

import java.util.Arrays;
import java.util.List;

/**
 * Values at places in the order of many numbers, without putting these in order or moving them: numbers are counted by
 * ranges, and the few in the range of a place tell the rest. Ranges are even ones of the bits of numbers, whose order
 * is that of the numbers and which serve ratios as well as differences; a sample tells where they are wanted. Numbers
 * may be in parts, for a thread each; first all parts are counted, then all look for what is wanted.
 */
public final class Brackets {
    /** Below so many numbers it is as fast to put them in order. */
    private static final int FEW = 2048;
    private static final int SAMPLED = 256;
    /** Ranges: each costs about as much as a number. */
    private static final int LEAST_RANGES = 256;
    private static final int MOST_RANGES = 4096;
    private static final int PER_RANGE = 16;
    private static final int CHUNK = 1024;

    private final double[] values;
    private final int from;
    private final int to;
    private final double least;
    private final double greatest;
    private final double[] shares;
    private final long base;
    private final int shift;
    private final int last;
    /** How many numbers there are in all, in all ranges before each, and which ranges have a place that is wanted. */
    private long count;
    private long[] before;
    private byte[] wanted;

    /**
     * @param values of which those from {@code least} to {@code greatest} count, and what is unknown does not
     * @param shares whose places are asked for, from 0 to 1
     */
    public Brackets(double[] values, double least, double greatest, double... shares) {
        this(values, 0, values.length, least, greatest, shares);
    }

    /** Of all numbers from {@code from} to before {@code to}, which are known. */
    public static Brackets within(double[] values, int from, int to, double... shares) {
        return new Brackets(values, from, to, -Double.MAX_VALUE, Double.MAX_VALUE, shares);
    }

    private Brackets(double[] values, int from, int to, double least, double greatest, double... shares) {
        this.values = values;
        this.from = from;
        this.to = to;
        this.least = least;
        this.greatest = greatest;
        this.shares = shares;
        this.last = Math.max(LEAST_RANGES, Math.min(MOST_RANGES, (to - from) / PER_RANGE)) - 1;
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        int step = Math.max(1, (to - from) / SAMPLED);
        for (int i = from; i < to; i += step) {
            if (counts(values[i])) {
                low = Math.min(low, bits(values[i]));
                high = Math.max(high, bits(values[i]));
            }
        }
        this.base = low <= high ? low : 0;
        int bits = 0;
        while (low <= high && high - low >>> bits > last) {
            bits++;
        }
        this.shift = bits;
    }

    private boolean counts(double value) {
        return value >= least && value <= greatest;
    }

    /** In the order of the numbers, and never so far from 0 that a difference would overflow. */
    private static long bits(double value) {
        long bits = Double.doubleToRawLongBits(value);
        return (bits ^ bits >> Long.SIZE - 1 >>> 1) >> 1;
    }

    private int range(double value) {
        return (int) Math.max(0, Math.min(last, bits(value) - base >> shift));
    }

    /** What is found in one part of the numbers. */
    public final class Part {
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;
        private final int[] counts = new int[last + 1];
        private double[] kept = new double[CHUNK];
        private int size;

        public void count(int start, int end) {
            double smallest = low;
            double largest = high;
            for (int i = start; i < end; i++) {
                double value = values[i];
                if (value >= least && value <= greatest) {
                    counts[range(value)]++;
                    if (value < smallest) {
                        smallest = value;
                    }
                    if (value > largest) {
                        largest = value;
                    }
                }
            }
            low = smallest;
            high = largest;
        }

        /** After {@link #locate} of all parts. */
        public void look(int start, int end) {
            for (int at = start; at < end; at += CHUNK) {
                if (kept.length < size + CHUNK) {
                    kept = Arrays.copyOf(kept, 2 * (size + CHUNK));
                }
                look(kept, at, Math.min(end, at + CHUNK));
            }
        }

        private void look(double[] found, int start, int end) {
            int next = size;
            for (int i = start; i < end; i++) {
                double value = values[i];
                if (value >= least && value <= greatest) {
                    // Without a jump, which nobody could foretell.
                    found[next] = value;
                    next += wanted[range(value)];
                }
            }
            size = next;
        }
    }

    /** Finds the ranges of the places, of parts that are counted and are all of the numbers, each once. */
    public void locate(List<Part> parts) {
        before = new long[last + 2];
        for (int range = 0; range <= last; range++) {
            long own = 0;
            for (Part part : parts) {
                own += part.counts[range];
            }
            before[range + 1] = before[range] + own;
        }
        count = before[last + 1];
        wanted = new byte[last + 1];
        for (int i = 0; count > 0 && i < shares.length; i++) {
            Arrays.fill(wanted, first(i), last(i) + 1, (byte) 1);
        }
    }

    private double place(int share) {
        return (count - 1) * shares[share];
    }

    /** The range of the last value that is not behind the place. */
    private int first(int share) {
        return range((long) Math.floor(place(share)));
    }

    private int last(int share) {
        return range((long) Math.ceil(place(share)));
    }

    private int range(long rank) {
        int range = 0;
        while (before[range + 1] <= rank) {
            range++;
        }
        return range;
    }

    /**
     * What all of the numbers come to.
     *
     * @param low    the least that counts, infinite if none does; and so {@code high}
     * @param values at the places asked for, as {@link Quantiles#quantile} has them; NaN if none counts
     */
    public record Found(long count, double low, double high, double[] values) {
    }

    /** After all parts have looked. */
    public Found found(List<Part> parts) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Part part : parts) {
            low = Math.min(low, part.low);
            high = Math.max(high, part.high);
        }
        double[] found = new double[shares.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = count == 0 ? Double.NaN : value(i, parts);
        }
        return new Found(count, low, high, found);
    }

    private double value(int share, List<Part> parts) {
        int first = first(share);
        int last = last(share);
        double[] near = new double[(int) (before[last + 1] - before[first])];
        int size = 0;
        for (Part part : parts) {
            for (int i = 0; i < part.size; i++) {
                int range = range(part.kept[i]);
                if (range >= first && range <= last) {
                    near[size++] = part.kept[i];
                }
            }
        }
        return Quantiles.at(near, place(share) - before[first]);
    }

    /**
     * Of some numbers that follow one another.
     *
     * @param values all known, from {@code from} to before {@code to}; they stay as they are
     */
    public static Found of(double[] values, int from, int to, double... shares) {
        if (to - from < FEW) {
            return few(Arrays.copyOfRange(values, from, to), shares);
        }
        Brackets brackets = within(values, from, to, shares);
        Part all = brackets.new Part();
        all.count(from, to);
        brackets.locate(List.of(all));
        all.look(from, to);
        return brackets.found(List.of(all));
    }

    private static Found few(double[] values, double[] shares) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double[] found = new double[shares.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = Quantiles.quantile(values, shares[i]);
        }
        return new Found(values.length, low, high, found);
    }
}
