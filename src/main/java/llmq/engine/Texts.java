package llmq.engine;

import java.util.HashMap;
import java.util.Map;
import llmq.table.BooleanColumn;
import llmq.table.Dictionary;

/** The nodes that give texts, and what makes texts of different dictionaries comparable. */
final class Texts {
    private Texts() {
    }

    /**
     * One dictionary for all these nodes and, for each, the code in it of each of the node's own codes ({@code null}
     * where they are the same).
     */
    static Dictionary merge(Node[] nodes, int[][] maps) {
        Dictionary first = ((TextNode) nodes[0]).dictionary;
        boolean same = true;
        for (Node node : nodes) {
            same &= ((TextNode) node).dictionary == first;
        }
        if (same) {
            return first;
        }
        Dictionary.Builder builder = new Dictionary.Builder();
        Map<Dictionary, int[]> known = new HashMap<>();
        for (int i = 0; i < nodes.length; i++) {
            Dictionary dictionary = ((TextNode) nodes[i]).dictionary;
            maps[i] = known.get(dictionary);
            if (maps[i] == null) {
                maps[i] = recode(dictionary, builder);
                known.put(dictionary, maps[i]);
            }
        }
        return builder.build();
    }

    /** Puts all texts of a dictionary into another; gives the new code of each. */
    static int[] recode(Dictionary dictionary, Dictionary.Builder into) {
        int[] map = new int[dictionary.size()];
        for (int code = 0; code < map.length; code++) {
            map[code] = into.code(dictionary.value(code));
        }
        return map;
    }

    /** The same texts in another dictionary. */
    static final class Recode extends TextNode {
        private final int[] map;

        Recode(Node input, int[] map, Dictionary dictionary) {
            super(dictionary, dictionary, input);
            this.map = map;
        }

        /** As a constant it would have a dictionary of its own again, and its code would mean another text. */
        @Override
        boolean folds() {
            return false;
        }

        @Override
        void compute(Frame frame) {
            int[] a = frame.codes(inputs[0]);
            int x = frame.offset(inputs[0]);
            int[] out = frame.codeBuffer(this);
            for (int i = 0; i < frame.n; i++) {
                int code = a[x + i];
                out[i] = code < 0 ? Dictionary.UNKNOWN : map[code];
            }
        }
    }

    /** The branches are of this node's dictionary. */
    static final class If extends TextNode {
        If(Dictionary dictionary, Node condition, Node then, Node otherwise) {
            super(dictionary, null, condition, then, otherwise);
        }

        @Override
        void compute(Frame frame) {
            byte[] truths = frame.truths(inputs[0]);
            int t = frame.offset(inputs[0]);
            int[] a = frame.codes(inputs[1]);
            int x = frame.offset(inputs[1]);
            int[] b = frame.codes(inputs[2]);
            int y = frame.offset(inputs[2]);
            int[] out = frame.codeBuffer(this);
            for (int i = 0; i < frame.n; i++) {
                byte truth = truths[t + i];
                out[i] = truth == BooleanColumn.TRUE ? a[x + i]
                        : truth == BooleanColumn.FALSE ? b[y + i] : Dictionary.UNKNOWN;
            }
        }

        @Override
        byte[] statuses(Frame frame) {
            return Choices.ifStatuses(this, frame);
        }

        @Override
        void blame(Frame frame, int[] positions, int n, long[] tally) {
            Choices.blameIf(this, frame, positions, n, tally);
        }
    }

    /** The values are of this node's dictionary. */
    static final class Coalesce extends TextNode {
        Coalesce(Dictionary dictionary, Node... values) {
            super(dictionary, null, values);
        }

        @Override
        void compute(Frame frame) {
            int[] out = frame.codeBuffer(this);
            System.arraycopy(frame.codes(inputs[0]), frame.offset(inputs[0]), out, 0, frame.n);
            for (int input = 1; input < inputs.length; input++) {
                int[] a = frame.codes(inputs[input]);
                int x = frame.offset(inputs[input]);
                for (int i = 0; i < frame.n; i++) {
                    out[i] = out[i] >= 0 ? out[i] : a[x + i];
                }
            }
        }

        @Override
        byte[] statuses(Frame frame) {
            return Choices.firstStatuses(this, frame);
        }
    }

    /** A truth value that depends on one text alone: worked out once for each text of the dictionary. */
    static final class Table extends TruthNode {
        private final byte[] truths;

        /** @param truths by code @param detail what the table was made from */
        Table(Node text, byte[] truths, Object detail) {
            super(detail, text);
            this.truths = truths;
        }

        @Override
        int soleBlame() {
            return soleBlameOfInputs();
        }

        @Override
        void compute(Frame frame) {
            int[] a = frame.codes(inputs[0]);
            int x = frame.offset(inputs[0]);
            byte[] out = frame.truthBuffer(this);
            for (int i = 0; i < frame.n; i++) {
                int code = a[x + i];
                out[i] = code < 0 ? BooleanColumn.UNKNOWN : truths[code];
            }
        }
    }
}
