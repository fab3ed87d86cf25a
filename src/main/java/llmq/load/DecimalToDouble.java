package llmq.load;

import java.math.BigInteger;

/**
 * The double nearest to {@code digits · 10^exponent}, bit for bit what {@link Double#parseDouble} gives, without
 * making a text of it.
 *
 * <p>Small cases are one exact multiplication or division (Clinger, How to read floating point numbers accurately,
 * 1990); the rest multiplies by a 128-bit approximation of the power of five (Lemire, Number parsing at a gigabyte
 * per second, 2021); what that leaves open goes to the library.
 */
final class DecimalToDouble {
    private static final long EXACT_INTEGERS = 1L << 53;
    private static final double[] TENS = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13,
        1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    /** Powers outside this range, and results that are subnormal or overflow, are left to the library. */
    private static final int LIMIT = 100;
    private static final int BIAS = 1023;
    private static final int SIGNIFICAND_BITS = 52;

    private DecimalToDouble() {
    }

    /** @param digits unsigned, below 10^19 */
    static double of(long digits, int exponent) {
        if (digits == 0) {
            return 0;
        }
        if (digits > 0 && digits <= EXACT_INTEGERS && exponent >= -22 && exponent <= 22) {
            return exponent < 0 ? digits / TENS[-exponent] : digits * TENS[exponent];
        }
        if (exponent >= -LIMIT && exponent <= LIMIT) {
            double value = byProduct(digits, exponent);
            if (value == value) {
                return value;
            }
        }
        return Double.parseDouble(Long.toUnsignedString(digits) + "E" + exponent);
    }

    /** NaN where 128 bits do not decide. */
    private static double byProduct(long digits, int exponent) {
        int zeros = Long.numberOfLeadingZeros(digits);
        long scaled = digits << zeros;
        int index = 2 * (exponent + LIMIT);
        long top = Powers.OF_FIVE[index];
        long high = multiplyHigh(scaled, top);
        long low = scaled * top;
        if ((high & 0x1FF) == 0x1FF) {
            long more = multiplyHigh(scaled, Powers.OF_FIVE[index + 1]);
            low += more;
            if (Long.compareUnsigned(low, more) < 0) {
                high++;
            }
        }
        if (low == -1L && (exponent < -27 || exponent > 55)) {
            return Double.NaN;
        }
        int upper = (int) (high >>> 63);
        int shift = upper + 64 - SIGNIFICAND_BITS - 3;
        long significand = high >>> shift;
        // Binary exponent of 10^exponent, by a fixed-point log2(10), plus that of the digits.
        int power = (int) ((exponent * 217_706L) >> 16) + 63 + upper - zeros + BIAS;
        if (power <= 0) {
            return Double.NaN;
        }
        boolean tie = Long.compareUnsigned(low, 1) <= 0 && exponent >= -4 && exponent <= 23 && (significand & 3) == 1
                && significand << shift == high;
        if (tie) {
            significand &= ~1L;
        }
        significand = (significand + (significand & 1)) >>> 1;
        if (significand == 1L << (SIGNIFICAND_BITS + 1)) {
            significand >>>= 1;
            power++;
        }
        if (power >= 2 * BIAS + 1) {
            return Double.NaN;
        }
        return Double.longBitsToDouble(significand & ((1L << SIGNIFICAND_BITS) - 1) | (long) power << SIGNIFICAND_BITS);
    }

    private static long multiplyHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
    }

    /** 128 leading bits of each power of five. */
    private static final class Powers {
        static final long[] OF_FIVE = make();

        private static long[] make() {
            long[] table = new long[2 * (2 * LIMIT + 1)];
            BigInteger five = BigInteger.valueOf(5);
            for (int power = -LIMIT; power <= LIMIT; power++) {
                BigInteger exact = five.pow(Math.abs(power));
                BigInteger bits;
                if (power < 0) {
                    // To 27, 128 bits of the reciprocal, rounded up, decide every tie; further down, all bits are cut.
                    int digits = power >= -27 ? exact.bitLength() + 127 : 2 * exact.bitLength() + 128;
                    BigInteger quotient = BigInteger.ONE.shiftLeft(digits).divide(exact).add(BigInteger.ONE);
                    bits = quotient.shiftRight(quotient.bitLength() - 128);
                } else {
                    int surplus = exact.bitLength() - 128;
                    bits = surplus > 0 ? exact.shiftRight(surplus) : exact.shiftLeft(-surplus);
                }
                table[2 * (power + LIMIT)] = bits.shiftRight(64).longValue();
                table[2 * (power + LIMIT) + 1] = bits.longValue();
            }
            return table;
        }
    }
}
