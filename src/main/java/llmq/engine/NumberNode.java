package llmq.engine;

import llmq.table.Column;
import llmq.table.NumberColumn;

/** A node whose values are numbers or dates. */
abstract class NumberNode extends Node {
    private static final long INFINITY = 0x7FF0000000000000L;

    NumberNode(Object detail, Node... inputs) {
        super(detail, inputs);
    }

    /** 1 for NaN and 0 for any other, without a branch: only the bits of NaN are above those of infinity. */
    static int unknown(double value) {
        return (int) (INFINITY - (Double.doubleToRawLongBits(value) & Long.MAX_VALUE) >>> 63);
    }

    @Override
    int unknowns(Frame frame, int[] positions, int n) {
        return unknowns(frame.numbers(this), frame.offset(this), positions, n);
    }

    /** Whether certainly all are known: NaN makes a sum NaN, and adding is faster than asking each. */
    private static boolean noneUnknown(double[] values, int offset, int n) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            a += values[offset + i];
            b += values[offset + i + 1];
            c += values[offset + i + 2];
            d += values[offset + i + 3];
        }
        for (; i < n; i++) {
            a += values[offset + i];
        }
        double sum = a + b + (c + d);
        return sum == sum;
    }

    static int unknowns(double[] values, int offset, int[] positions, int n) {
        int count = 0;
        if (positions == null) {
            if (noneUnknown(values, offset, n)) {
                return 0;
            }
            for (int i = 0; i < n; i++) {
                count += unknown(values[offset + i]);
            }
        } else {
            for (int i = 0; i < n; i++) {
                count += unknown(values[offset + positions[i]]);
            }
        }
        return count;
    }

    @Override
    int split(Frame frame, int[] positions, int n, int[] known, int[] unknown) {
        double[] values = frame.numbers(this);
        int offset = frame.offset(this);
        int count = 0;
        int rest = 0;
        for (int i = 0; i < n; i++) {
            int position = positions == null ? i : positions[i];
            unknown[count] = position;
            known[rest] = position;
            int is = unknown(values[offset + position]);
            count += is;
            rest += 1 - is;
        }
        return count;
    }

    @Override
    void flagUnknown(Frame frame, byte[] flags, int mask) {
        double[] values = frame.numbers(this);
        int offset = frame.offset(this);
        for (int i = 0; i < frame.n; i++) {
            flags[i] = (byte) (unknown(values[offset + i]) ^ mask);
        }
    }

    @Override
    Object array(int rows) {
        return new double[rows];
    }

    @Override
    void store(Frame frame, Object array, int at) {
        System.arraycopy(frame.numbers(this), frame.offset(this), array, at, frame.n);
    }

    @Override
    Column column(Object array, byte[] statuses) {
        return new NumberColumn((double[]) array, statuses);
    }

    @Override
    Node constant(Frame frame, byte status, int blame) {
        return new Leaves.NumberConstant(frame.numbers(this)[frame.offset(this)], status, blame);
    }

    /** Makes unknown what is not finite: x − x is 0 for a finite x and NaN for any other. */
    static void finite(double[] values, int n) {
        for (int i = 0; i < n; i++) {
            values[i] = values[i] + (values[i] - values[i]);
        }
    }
}
