package llmq.engine;

import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.Dictionary;
import llmq.table.NumberColumn;
import llmq.table.TextColumn;

/**
 * One operation of a compiled expression: it computes the values of a batch of rows from those of its inputs. A node
 * holds no data of a run, so that several threads may use it, each with a {@link Frame} of its own.
 */
abstract class Node {
    static final Node[] NONE = {};

    /** In the order in which they were written. */
    final Node[] inputs;
    /** What tells two nodes of one class with the same inputs apart; may be {@code null}. */
    final Object detail;
    /** Where a frame keeps this node's values; set by the {@link Graph}. */
    int slot = -1;
    /** Whether some value may have a status other than reported. */
    boolean rough;

    Node(Object detail, Node... inputs) {
        this.detail = detail;
        this.inputs = inputs;
        for (Node input : inputs) {
            rough |= input.rough;
        }
    }

    /** Puts the values of the frame's rows into the frame. */
    abstract void compute(Frame frame);

    /**
     * Parts positions in a batch into those at which this node is unknown and the others.
     *
     * @param positions n of them; {@code null} stands for the first n
     * @param known     takes the known ones; may be the same array as {@code positions}
     * @param unknown   takes the unknown ones
     * @return how many are unknown
     */
    abstract int split(Frame frame, int[] positions, int n, int[] known, int[] unknown);

    /** Puts {@code 1 ^ mask} where the rows of the frame are unknown, {@code mask} where they are known. */
    abstract void flagUnknown(Frame frame, byte[] flags, int mask);

    /** An array for the values of so many rows. */
    abstract Object array(int rows);

    /** Copies the frame's values into such an array. */
    abstract void store(Frame frame, Object array, int at);

    /** A column of such an array. */
    abstract Column column(Object array, byte[] statuses);

    /** The value in the only row of a frame, as a constant of this graph. */
    abstract Node constant(Frame frame, byte status, int blame);

    boolean isConstant() {
        return false;
    }

    /** Whether it is never unknown. */
    boolean isCertain() {
        return isConstant() && !isUnknownConstant();
    }

    /** Whether it may be replaced by a constant where all its inputs are constants. */
    boolean folds() {
        return true;
    }

    /** Whether computing it takes much longer than reading its inputs, so that it pays to pack rows first. */
    boolean isDear() {
        return false;
    }

    /** The status of each row of the frame, the weakest of the inputs'; called only where {@link #rough}. */
    byte[] statuses(Frame frame) {
        byte[] weakest = new byte[frame.n];
        for (Node input : inputs) {
            if (input.rough) {
                byte[] statuses = frame.statuses(input);
                for (int i = 0; i < frame.n; i++) {
                    weakest[i] = (byte) Math.max(weakest[i], statuses[i]);
                }
            }
        }
        return weakest;
    }

    /** Counts, for positions at which this node is unknown, what was unknown first. Changes {@code positions}. */
    void blame(Frame frame, int[] positions, int n, long[] tally) {
        int left = n;
        for (int i = 0; i < inputs.length && left > 0; i++) {
            left -= blameInput(frame, inputs[i], positions, left, tally);
        }
        tally[Graph.UNDEFINED] += left;
    }

    /** What is to blame whenever this node is unknown, if that is always the same; else −1. */
    int soleBlame() {
        return -1;
    }

    /** For a node that is unknown where an input is, and nowhere else. */
    final int soleBlameOfInputs() {
        int sole = -1;
        for (Node input : inputs) {
            int own = input.soleBlame();
            boolean never = input.isConstant() && !input.isUnknownConstant();
            if (!never && (own < 0 || sole >= 0 && sole != own)) {
                return -1;
            }
            sole = never ? sole : own;
        }
        return sole;
    }

    /** Whether it is a constant, and unknown. */
    boolean isUnknownConstant() {
        return false;
    }

    /** How many of the rows at these positions ({@code null}: of all) are unknown. */
    abstract int unknowns(Frame frame, int[] positions, int n);

    static int blameInput(Frame frame, Node input, int[] positions, int n, long[] tally) {
        int[] unknown = new int[n];
        int count = input.split(frame, positions, n, positions, unknown);
        if (count > 0) {
            input.blame(frame, unknown, count, tally);
        }
        return count;
    }
}

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

/** A node whose values are texts: codes of one dictionary. */
abstract class TextNode extends Node {
    final Dictionary dictionary;

    TextNode(Dictionary dictionary, Object detail, Node... inputs) {
        super(detail, inputs);
        this.dictionary = dictionary;
    }

    @Override
    int unknowns(Frame frame, int[] positions, int n) {
        int[] codes = frame.codes(this);
        int offset = frame.offset(this);
        int count = 0;
        for (int i = 0; i < n; i++) {
            count += codes[offset + (positions == null ? i : positions[i])] >>> 31;
        }
        return count;
    }

    @Override
    int split(Frame frame, int[] positions, int n, int[] known, int[] unknown) {
        int[] codes = frame.codes(this);
        int offset = frame.offset(this);
        int count = 0;
        int rest = 0;
        for (int i = 0; i < n; i++) {
            int position = positions == null ? i : positions[i];
            unknown[count] = position;
            known[rest] = position;
            int is = codes[offset + position] >>> 31;
            count += is;
            rest += 1 - is;
        }
        return count;
    }

    @Override
    void flagUnknown(Frame frame, byte[] flags, int mask) {
        int[] codes = frame.codes(this);
        int offset = frame.offset(this);
        for (int i = 0; i < frame.n; i++) {
            flags[i] = (byte) (codes[offset + i] >>> 31 ^ mask);
        }
    }

    @Override
    Object array(int rows) {
        return new int[rows];
    }

    @Override
    void store(Frame frame, Object array, int at) {
        System.arraycopy(frame.codes(this), frame.offset(this), array, at, frame.n);
    }

    @Override
    Column column(Object array, byte[] statuses) {
        return new TextColumn((int[]) array, dictionary, statuses);
    }

    @Override
    Node constant(Frame frame, byte status, int blame) {
        int code = frame.codes(this)[frame.offset(this)];
        return new Leaves.TextConstant(code < 0 ? null : dictionary.value(code), status, blame);
    }
}

/** A node whose values are true, false or unknown. */
abstract class TruthNode extends Node {
    TruthNode(Object detail, Node... inputs) {
        super(detail, inputs);
    }

    /**
     * Those of some positions at which it is true.
     *
     * @param positions n of them; {@code null} stands for the first n
     * @param met       takes those at which it is true and then, at {@code met[n]}, the number of those at which it
     *                  is unknown; may be the same array as {@code positions}
     * @return how many it is true at
     */
    int select(Frame frame, int[] positions, int n, int[] met) {
        byte[] truths = frame.truths(this);
        int offset = frame.offset(this);
        int count = 0;
        int unknowns = 0;
        for (int i = 0; i < n; i++) {
            int position = positions == null ? i : positions[i];
            int truth = truths[offset + position];
            met[count] = position;
            count += truth & 1;
            unknowns += truth >> 1;
        }
        met[n] = unknowns;
        return count;
    }

    @Override
    int unknowns(Frame frame, int[] positions, int n) {
        byte[] truths = frame.truths(this);
        int offset = frame.offset(this);
        int count = 0;
        for (int i = 0; i < n; i++) {
            count += truths[offset + (positions == null ? i : positions[i])] >> 1;
        }
        return count;
    }

    @Override
    int split(Frame frame, int[] positions, int n, int[] known, int[] unknown) {
        byte[] truths = frame.truths(this);
        int offset = frame.offset(this);
        int count = 0;
        int rest = 0;
        for (int i = 0; i < n; i++) {
            int position = positions == null ? i : positions[i];
            unknown[count] = position;
            known[rest] = position;
            int is = truths[offset + position] >> 1;
            count += is;
            rest += 1 - is;
        }
        return count;
    }

    @Override
    void flagUnknown(Frame frame, byte[] flags, int mask) {
        byte[] truths = frame.truths(this);
        int offset = frame.offset(this);
        for (int i = 0; i < frame.n; i++) {
            flags[i] = (byte) (truths[offset + i] >> 1 ^ mask);
        }
    }

    @Override
    Object array(int rows) {
        return new byte[rows];
    }

    @Override
    void store(Frame frame, Object array, int at) {
        System.arraycopy(frame.truths(this), frame.offset(this), array, at, frame.n);
    }

    @Override
    Column column(Object array, byte[] statuses) {
        return new BooleanColumn((byte[]) array, statuses);
    }

    @Override
    Node constant(Frame frame, byte status, int blame) {
        return new Leaves.TruthConstant(frame.truths(this)[frame.offset(this)], status, blame);
    }
}
