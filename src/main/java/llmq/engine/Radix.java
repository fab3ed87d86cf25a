package llmq.engine;

/** A stable sort of many doubles by their bits, eleven at a time. */
final class Radix {
    private static final int BITS = 11;
    private static final int DIGITS = 1 << BITS;
    private static final int PASSES = 6;
    /** Rows between two looks at whether to stop. */
    private static final int BLOCK = 1 << 17;

    private Radix() {
    }

    /** The places {@code order}, sorted by {@code keys[place]}. Those of equal keys stay as they are. */
    static int[] sort(int[] order, double[] keys, Cancel cancel) {
        int n = order.length;
        int[] places = order;
        int[] otherPlaces = new int[n];
        long[] bits = new long[n];
        long[] otherBits = new long[n];
        int[][] counts = new int[PASSES][DIGITS];
        for (int from = 0; from < n; from += BLOCK) {
            cancel.check();
            count(places, keys, bits, counts, from, Math.min(n, from + BLOCK));
        }
        for (int pass = 0; pass < PASSES; pass++) {
            int[] count = counts[pass];
            int shift = pass * BITS;
            if (n > 0 && count[(int) (bits[0] >>> shift) & DIGITS - 1] == n) {
                continue;
            }
            int sum = 0;
            for (int digit = 0; digit < DIGITS; digit++) {
                int here = count[digit];
                count[digit] = sum;
                sum += here;
            }
            for (int from = 0; from < n; from += BLOCK) {
                cancel.check();
                int end = Math.min(n, from + BLOCK);
                for (int i = from; i < end; i++) {
                    int to = count[(int) (bits[i] >>> shift) & DIGITS - 1]++;
                    otherBits[to] = bits[i];
                    otherPlaces[to] = places[i];
                }
            }
            int[] places2 = places;
            places = otherPlaces;
            otherPlaces = places2;
            long[] bits2 = bits;
            bits = otherBits;
            otherBits = bits2;
        }
        return places;
    }

    private static void count(int[] places, double[] keys, long[] bits, int[][] counts, int from, int end) {
        for (int i = from; i < end; i++) {
            long value = sortable(keys[places[i]]);
            bits[i] = value;
            for (int pass = 0; pass < PASSES; pass++) {
                counts[pass][(int) (value >>> pass * BITS) & DIGITS - 1]++;
            }
        }
    }

    /** Bits that are in the order of the numbers when read as an unsigned number. */
    private static long sortable(double key) {
        long bits = Double.doubleToLongBits(key);
        return bits ^ (bits >> 63 | Long.MIN_VALUE);
    }
}
