package llmq.engine;

import llmq.plan.Expression.Comparator;
import llmq.table.BooleanColumn;

/** The nodes that give truth values, in Kleene's logic of three. */
final class Truths {
    private static final byte F = BooleanColumn.FALSE;
    private static final byte T = BooleanColumn.TRUE;
    private static final byte U = BooleanColumn.UNKNOWN;
    private static final long INFINITY = 0x7FF0000000000000L;

    private Truths() {
    }

    /** Two numbers, or two dates. */
    static final class Compare extends TruthNode {
        private final Comparator comparator;

        Compare(Comparator comparator, Node left, Node right) {
            super(comparator, left, right);
            this.comparator = comparator;
        }

        @Override
        int soleBlame() {
            return soleBlameOfInputs();
        }

        @Override
        void compute(Frame frame) {
            double[] a = frame.numbers(inputs[0]);
            double[] b = frame.numbers(inputs[1]);
            int x = frame.offset(inputs[0]);
            int y = frame.offset(inputs[1]);
            byte[] out = frame.truthBuffer(this);
            if (comparator == Comparator.LESS) {
                less(a, x, b, y, out, frame.n);
            } else if (comparator == Comparator.MORE) {
                less(b, y, a, x, out, frame.n);
            } else if (comparator == Comparator.AT_MOST) {
                atMost(a, x, b, y, out, frame.n);
            } else if (comparator == Comparator.AT_LEAST) {
                atMost(b, y, a, x, out, frame.n);
            } else if (comparator == Comparator.EQUAL) {
                equal(a, x, b, y, out, frame.n, 1);
            } else {
                equal(a, x, b, y, out, frame.n, 0);
            }
        }

        @Override
        int select(Frame frame, int[] positions, int n, int[] met) {
            boolean swapped = comparator == Comparator.MORE || comparator == Comparator.AT_LEAST;
            boolean orEqual = comparator == Comparator.AT_MOST || comparator == Comparator.AT_LEAST;
            if (positions != null || comparator == Comparator.EQUAL || comparator == Comparator.UNEQUAL) {
                return super.select(frame, positions, n, met);
            }
            Node left = inputs[swapped ? 1 : 0];
            Node right = inputs[swapped ? 0 : 1];
            double[] a = frame.numbers(left);
            double[] b = frame.numbers(right);
            // a <= b is not b < a.
            return orEqual ? select(b, frame.offset(right), a, frame.offset(left), n, met, 1)
                    : select(a, frame.offset(left), b, frame.offset(right), n, met, 0);
        }

        /** Where a is less than b, or, to {@code not} 1, where it is not. */
        private static int select(double[] a, int x, double[] b, int y, int n, int[] met, int not) {
            int count = 0;
            int unknowns = 0;
            for (int i = 0; i < n; i++) {
                long bits = Double.doubleToRawLongBits(a[x + i] - b[y + i]);
                int unknown = (int) (INFINITY - (bits & Long.MAX_VALUE) >>> 63);
                met[count] = i;
                count += ((int) (bits >>> 63) ^ not) & ~unknown;
                unknowns += unknown;
            }
            met[n] = unknowns;
            return count;
        }

        // Without a branch, since which way it would go is anybody's guess: the sign of a difference, and whether its
        // bits are above those of infinity, which only those of NaN are. A difference of finite numbers has the
        // right sign even where it overflows, and is 0 only between equals.

        private static void less(double[] a, int x, double[] b, int y, byte[] out, int n) {
            for (int i = 0; i < n; i++) {
                long bits = Double.doubleToRawLongBits(a[x + i] - b[y + i]);
                long unknown = INFINITY - (bits & Long.MAX_VALUE) >>> 63;
                out[i] = (byte) (bits >>> 63 & ~unknown | unknown << 1);
            }
        }

        private static void atMost(double[] a, int x, double[] b, int y, byte[] out, int n) {
            for (int i = 0; i < n; i++) {
                long bits = Double.doubleToRawLongBits(b[y + i] - a[x + i]);
                long unknown = INFINITY - (bits & Long.MAX_VALUE) >>> 63;
                out[i] = (byte) ((bits >>> 63 ^ 1) & ~unknown | unknown << 1);
            }
        }

        /** @param equal 1 to ask whether they are equal, 0 whether they are not */
        private static void equal(double[] a, int x, double[] b, int y, byte[] out, int n, long equal) {
            for (int i = 0; i < n; i++) {
                long bits = Double.doubleToRawLongBits(a[x + i] - b[y + i]) & Long.MAX_VALUE;
                long unknown = INFINITY - bits >>> 63;
                long is = bits - 1 >>> 63;
                out[i] = (byte) ((is ^ equal ^ 1) & ~unknown | unknown << 1);
            }
        }
    }

    /** Where neither is false; unknown where one is. */
    static final class And extends TruthNode {
        And(Node left, Node right) {
            super(null, left, right);
        }

        @Override
        boolean isCertain() {
            return inputs[0].isCertain() && inputs[1].isCertain();
        }

        @Override
        void compute(Frame frame) {
            and(frame.truths(inputs[0]), frame.offset(inputs[0]), frame.truths(inputs[1]), frame.offset(inputs[1]),
                    frame.truthBuffer(this), frame.n);
        }

        // In bits, for which the compiler finds instructions that take many at a time.
        private static void and(byte[] a, int x, byte[] b, int y, byte[] out, int n) {
            for (int i = 0; i < n; i++) {
                int left = a[x + i];
                int right = b[y + i];
                int possible = (left | left >> 1) & (right | right >> 1) & 1;
                out[i] = (byte) (possible + (possible & (left | right) >> 1));
            }
        }
    }

    /** Where one is true; else unknown where one is. */
    static final class Or extends TruthNode {
        Or(Node left, Node right) {
            super(null, left, right);
        }

        @Override
        boolean isCertain() {
            return inputs[0].isCertain() && inputs[1].isCertain();
        }

        @Override
        void compute(Frame frame) {
            or(frame.truths(inputs[0]), frame.offset(inputs[0]), frame.truths(inputs[1]), frame.offset(inputs[1]),
                    frame.truthBuffer(this), frame.n);
        }

        private static void or(byte[] a, int x, byte[] b, int y, byte[] out, int n) {
            for (int i = 0; i < n; i++) {
                int either = a[x + i] | b[y + i];
                int is = either & 1;
                int unknown = either >> 1 & (is ^ 1);
                out[i] = (byte) (is + unknown + unknown);
            }
        }
    }

    static final class Not extends TruthNode {
        private static final byte[] TABLE = {T, F, U};

        Not(Node operand) {
            super(null, operand);
        }

        @Override
        boolean isCertain() {
            return inputs[0].isCertain();
        }

        @Override
        int soleBlame() {
            return soleBlameOfInputs();
        }

        @Override
        void compute(Frame frame) {
            byte[] a = frame.truths(inputs[0]);
            int x = frame.offset(inputs[0]);
            byte[] out = frame.truthBuffer(this);
            for (int i = 0; i < frame.n; i++) {
                out[i] = TABLE[a[x + i]];
            }
        }
    }

    /** A truth of a number in which 0 is false and NaN unknown, as functions give it. */
    static final class OfNumber extends TruthNode {
        OfNumber(Node number) {
            super(null, number);
        }

        @Override
        void compute(Frame frame) {
            double[] a = frame.numbers(inputs[0]);
            int x = frame.offset(inputs[0]);
            byte[] out = frame.truthBuffer(this);
            for (int i = 0; i < frame.n; i++) {
                double value = a[x + i];
                out[i] = value == 0 ? F : value == value ? T : U;
            }
        }
    }

    /** Whether a value is known, or whether it is unknown: never unknown itself, and a fact whatever its status. */
    static final class Known extends TruthNode {
        private final boolean known;

        Known(Node value, boolean known) {
            super(known, value);
            this.known = known;
            this.rough = false;
        }

        @Override
        void compute(Frame frame) {
            byte[] out = frame.truthBuffer(this);
            inputs[0].flagUnknown(frame, out, known ? 1 : 0);
        }

        @Override
        boolean isCertain() {
            return true;
        }

        @Override
        int select(Frame frame, int[] positions, int n, int[] met) {
            if (!(inputs[0] instanceof NumberNode)) {
                return super.select(frame, positions, n, met);
            }
            int count = select(frame.numbers(inputs[0]), frame.offset(inputs[0]), positions, n, met, known ? 1 : 0);
            met[n] = 0;
            return count;
        }

        static int select(double[] values, int offset, int[] positions, int n, int[] met, int mask) {
            int count = 0;
            for (int i = 0; i < n; i++) {
                int position = positions == null ? i : positions[i];
                met[count] = position;
                count += NumberNode.unknown(values[offset + position]) ^ mask;
            }
            return count;
        }
    }

    /** True where a value is known, unknown where it is not. */
    static final class Needed extends TruthNode {
        Needed(Node value) {
            super(null, value);
        }

        @Override
        int soleBlame() {
            return soleBlameOfInputs();
        }

        @Override
        void compute(Frame frame) {
            byte[] out = frame.truthBuffer(this);
            inputs[0].flagUnknown(frame, out, 0);
            for (int i = 0; i < frame.n; i++) {
                out[i] = out[i] == 1 ? U : T;
            }
        }

        @Override
        int select(Frame frame, int[] positions, int n, int[] met) {
            if (!(inputs[0] instanceof NumberNode)) {
                return super.select(frame, positions, n, met);
            }
            int count = Known.select(frame.numbers(inputs[0]), frame.offset(inputs[0]), positions, n, met, 1);
            met[n] = n - count;
            return count;
        }

        /** Whether a condition is no more than that, so that no row is kept from being unknown by being false. */
        static boolean isAll(Node condition) {
            return condition instanceof Needed
                    || condition instanceof And && isAll(condition.inputs[0]) && isAll(condition.inputs[1]);
        }
    }

    /** Whether a value is reported. */
    static final class Reported extends TruthNode {
        Reported(Node value) {
            super(null, value);
            this.rough = false;
        }

        @Override
        void compute(Frame frame) {
            byte[] out = frame.truthBuffer(this);
            byte[] statuses = frame.statuses(inputs[0]);
            inputs[0].flagUnknown(frame, out, 0);
            for (int i = 0; i < frame.n; i++) {
                out[i] = out[i] == 1 ? U : statuses == null || statuses[i] == 0 ? T : F;
            }
        }
    }

    static final class If extends TruthNode {
        If(Node condition, Node then, Node otherwise) {
            super(null, condition, then, otherwise);
        }

        @Override
        void compute(Frame frame) {
            byte[] truths = frame.truths(inputs[0]);
            int t = frame.offset(inputs[0]);
            byte[] a = frame.truths(inputs[1]);
            int x = frame.offset(inputs[1]);
            byte[] b = frame.truths(inputs[2]);
            int y = frame.offset(inputs[2]);
            byte[] out = frame.truthBuffer(this);
            for (int i = 0; i < frame.n; i++) {
                byte truth = truths[t + i];
                out[i] = truth == T ? a[x + i] : truth == F ? b[y + i] : U;
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

    static final class Coalesce extends TruthNode {
        Coalesce(Node... values) {
            super(null, values);
        }

        @Override
        void compute(Frame frame) {
            byte[] out = frame.truthBuffer(this);
            System.arraycopy(frame.truths(inputs[0]), frame.offset(inputs[0]), out, 0, frame.n);
            for (int input = 1; input < inputs.length; input++) {
                byte[] a = frame.truths(inputs[input]);
                int x = frame.offset(inputs[input]);
                for (int i = 0; i < frame.n; i++) {
                    out[i] = out[i] != U ? out[i] : a[x + i];
                }
            }
        }

        @Override
        byte[] statuses(Frame frame) {
            return Choices.firstStatuses(this, frame);
        }
    }
}
