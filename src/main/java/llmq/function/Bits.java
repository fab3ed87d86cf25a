package llmq.function;

/** Questions about a number that the processor answers without a branch, which it would often guess wrong. */
final class Bits {
    private static final long INFINITY = 0x7FF0000000000000L;

    private Bits() {
    }

    /** 0 for NaN and 1 for any other: only the bits of NaN are above those of infinity. */
    static long known(double value) {
        return (INFINITY - (Double.doubleToRawLongBits(value) & Long.MAX_VALUE) >>> 63) ^ 1;
    }

    /** The value where {@code known} is 1, and 0 where it is 0. */
    static double zeroUnless(long known, double value) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(value) & -known);
    }
}
