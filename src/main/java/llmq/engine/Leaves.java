package llmq.engine;

import java.util.Arrays;
import llmq.table.BooleanColumn;
import llmq.table.Dictionary;
import llmq.table.NumberColumn;
import llmq.table.TextColumn;

/** The nodes that expressions begin with: columns of the table, and constants. */
final class Leaves {
    private Leaves() {
    }

    static final class NumberLeaf extends NumberNode {
        final int column;
        private final int blame;

        NumberLeaf(int column, boolean rough, int blame) {
            super(column);
            this.column = column;
            this.rough = rough;
            this.blame = blame;
        }

        @Override
        void compute(Frame frame) {
            double[] values = ((NumberColumn) frame.columns[column]).values();
            if (frame.rows == null) {
                frame.lend(this, values, frame.start);
            } else {
                gather(values, frame.rows, frame.start, frame.n, frame.numberBuffer(this));
            }
        }

        private static void gather(double[] values, int[] rows, int from, int n, double[] out) {
            for (int i = 0; i < n; i++) {
                out[i] = values[rows[from + i]];
            }
        }

        @Override
        byte[] statuses(Frame frame) {
            return slice(((NumberColumn) frame.columns[column]).statuses(), frame);
        }

        @Override
        int soleBlame() {
            return blame;
        }

        @Override
        void blame(Frame frame, int[] positions, int n, long[] tally) {
            tally[blame] += n;
        }
    }

    static final class TextLeaf extends TextNode {
        final int column;
        private final int blame;

        TextLeaf(int column, TextColumn values, int blame) {
            super(values.dictionary(), column);
            this.column = column;
            this.rough = values.hasStatuses();
            this.blame = blame;
        }

        @Override
        void compute(Frame frame) {
            int[] codes = ((TextColumn) frame.columns[column]).codes();
            if (frame.rows == null) {
                frame.lend(this, codes, frame.start);
            } else {
                gather(codes, frame.rows, frame.start, frame.n, frame.codeBuffer(this));
            }
        }

        private static void gather(int[] codes, int[] rows, int from, int n, int[] out) {
            for (int i = 0; i < n; i++) {
                out[i] = codes[rows[from + i]];
            }
        }

        @Override
        byte[] statuses(Frame frame) {
            return slice(((TextColumn) frame.columns[column]).statuses(), frame);
        }

        @Override
        int soleBlame() {
            return blame;
        }

        @Override
        void blame(Frame frame, int[] positions, int n, long[] tally) {
            tally[blame] += n;
        }
    }

    static final class TruthLeaf extends TruthNode {
        final int column;
        private final int blame;

        TruthLeaf(int column, boolean rough, int blame) {
            super(column);
            this.column = column;
            this.rough = rough;
            this.blame = blame;
        }

        @Override
        void compute(Frame frame) {
            byte[] truths = ((BooleanColumn) frame.columns[column]).values();
            if (frame.rows == null) {
                frame.lend(this, truths, frame.start);
            } else {
                byte[] out = frame.truthBuffer(this);
                for (int i = 0; i < frame.n; i++) {
                    out[i] = truths[frame.rows[frame.start + i]];
                }
            }
        }

        @Override
        byte[] statuses(Frame frame) {
            return slice(((BooleanColumn) frame.columns[column]).statuses(), frame);
        }

        @Override
        int soleBlame() {
            return blame;
        }

        @Override
        void blame(Frame frame, int[] positions, int n, long[] tally) {
            tally[blame] += n;
        }
    }

    private static byte[] slice(byte[] statuses, Frame frame) {
        byte[] slice = new byte[frame.n];
        for (int i = 0; i < frame.n; i++) {
            slice[i] = statuses[frame.row(i)];
        }
        return slice;
    }

    private static byte[] same(byte status, Frame frame) {
        byte[] statuses = new byte[frame.n];
        Arrays.fill(statuses, status);
        return statuses;
    }

    static final class NumberConstant extends NumberNode {
        final double value;
        private final byte status;
        private final int blame;

        NumberConstant(double value, byte status, int blame) {
            super(detail(Double.doubleToLongBits(value), status, blame));
            this.value = value + (value - value);
            this.status = status;
            this.blame = blame;
            this.rough = status != 0;
        }

        @Override
        boolean isConstant() {
            return true;
        }

        @Override
        boolean isUnknownConstant() {
            return value != value;
        }

        @Override
        void compute(Frame frame) {
            boolean filled = frame.hasBuffer(this);
            double[] out = frame.numberBuffer(this);
            if (!filled) {
                Arrays.fill(out, value);
            }
        }

        @Override
        byte[] statuses(Frame frame) {
            return same(status, frame);
        }

        @Override
        int soleBlame() {
            return blame;
        }

        @Override
        void blame(Frame frame, int[] positions, int n, long[] tally) {
            tally[blame] += n;
        }
    }

    static final class TextConstant extends TextNode {
        final String value;
        private final byte status;
        private final int blame;

        TextConstant(String value, byte status, int blame) {
            super(value == null ? Dictionary.of() : Dictionary.of(value), detail(0, status, blame) + value);
            this.value = value;
            this.status = status;
            this.blame = blame;
            this.rough = status != 0;
        }

        @Override
        boolean isConstant() {
            return true;
        }

        @Override
        boolean isUnknownConstant() {
            return value == null;
        }

        @Override
        void compute(Frame frame) {
            boolean filled = frame.hasBuffer(this);
            int[] out = frame.codeBuffer(this);
            if (!filled) {
                Arrays.fill(out, value == null ? Dictionary.UNKNOWN : 0);
            }
        }

        @Override
        byte[] statuses(Frame frame) {
            return same(status, frame);
        }

        @Override
        int soleBlame() {
            return blame;
        }

        @Override
        void blame(Frame frame, int[] positions, int n, long[] tally) {
            tally[blame] += n;
        }
    }

    static final class TruthConstant extends TruthNode {
        final byte value;
        private final byte status;
        private final int blame;

        TruthConstant(byte value, byte status, int blame) {
            super(detail(value, status, blame));
            this.value = value;
            this.status = status;
            this.blame = blame;
            this.rough = status != 0;
        }

        @Override
        boolean isConstant() {
            return true;
        }

        @Override
        boolean isUnknownConstant() {
            return value == BooleanColumn.UNKNOWN;
        }

        @Override
        void compute(Frame frame) {
            boolean filled = frame.hasBuffer(this);
            byte[] out = frame.truthBuffer(this);
            if (!filled) {
                Arrays.fill(out, value);
            }
        }

        @Override
        byte[] statuses(Frame frame) {
            return same(status, frame);
        }

        @Override
        int soleBlame() {
            return blame;
        }

        @Override
        void blame(Frame frame, int[] positions, int n, long[] tally) {
            tally[blame] += n;
        }
    }

    private static String detail(long value, byte status, int blame) {
        return value + " " + status + " " + blame;
    }
}
