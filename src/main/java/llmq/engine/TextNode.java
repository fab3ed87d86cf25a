package llmq.engine;

import llmq.table.Column;
import llmq.table.Dictionary;
import llmq.table.TextColumn;

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
