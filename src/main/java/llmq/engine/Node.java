package llmq.engine;

import llmq.table.Column;

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
        int left = blameInputs(frame, positions, n, tally);
        tally[Graph.UNDEFINED] += left;
    }

    /** Counts those at which an input is unknown; the others, how many it says, come first in {@code positions}. */
    final int blameInputs(Frame frame, int[] positions, int n, long[] tally) {
        int left = n;
        for (int i = 0; i < inputs.length && left > 0; i++) {
            left -= blameInput(frame, inputs[i], positions, left, tally);
        }
        return left;
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
