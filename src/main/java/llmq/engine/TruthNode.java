package llmq.engine;

import llmq.table.BooleanColumn;
import llmq.table.Column;

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
