package llmq.engine;

import llmq.function.ScalarFunction;
import llmq.plan.Expression.Operator;
import llmq.table.BooleanColumn;

/** The nodes that give numbers. What is not finite is unknown. */
final class Numbers {
    private static final double SECONDS_A_DAY = 86_400;

    private Numbers() {
    }

    static final class Arithmetic extends NumberNode {
        private final Operator operator;

        Arithmetic(Operator operator, Node left, Node right) {
            super(operator, left, right);
            this.operator = operator;
        }

        @Override
        void compute(Frame frame) {
            double[] a = frame.numbers(inputs[0]);
            double[] b = frame.numbers(inputs[1]);
            int x = frame.offset(inputs[0]);
            int y = frame.offset(inputs[1]);
            double[] out = frame.numberBuffer(this);
            if (operator == Operator.PLUS) {
                plus(a, x, b, y, out, frame.n);
            } else if (operator == Operator.MINUS) {
                minus(a, x, b, y, out, frame.n);
            } else if (operator == Operator.TIMES) {
                times(a, x, b, y, out, frame.n);
            } else if (operator == Operator.DIVIDE) {
                divide(a, x, b, y, out, frame.n);
            } else {
                power(a, x, b, y, out, frame.n);
            }
        }

        @Override
        boolean isDear() {
            return operator == Operator.POWER;
        }

        private static void plus(double[] a, int x, double[] b, int y, double[] out, int n) {
            for (int i = 0; i < n; i++) {
                double value = a[x + i] + b[y + i];
                out[i] = value + (value - value);
            }
        }

        private static void minus(double[] a, int x, double[] b, int y, double[] out, int n) {
            for (int i = 0; i < n; i++) {
                double value = a[x + i] - b[y + i];
                out[i] = value + (value - value);
            }
        }

        private static void times(double[] a, int x, double[] b, int y, double[] out, int n) {
            for (int i = 0; i < n; i++) {
                double value = a[x + i] * b[y + i];
                out[i] = value + (value - value);
            }
        }

        private static void divide(double[] a, int x, double[] b, int y, double[] out, int n) {
            for (int i = 0; i < n; i++) {
                double value = a[x + i] / b[y + i];
                out[i] = value + (value - value);
            }
        }

        private static void power(double[] a, int x, double[] b, int y, double[] out, int n) {
            for (int i = 0; i < n; i++) {
                // Math.pow(unknown, 0) is 1; any operation on unknown is unknown.
                double base = a[x + i];
                double value = Math.pow(base, b[y + i]) + (base - base);
                out[i] = value + (value - value);
            }
        }
    }

    /** The seconds from one date to another. */
    static final class Span extends NumberNode {
        Span(Node later, Node earlier) {
            super(null, later, earlier);
        }

        @Override
        void compute(Frame frame) {
            double[] a = frame.numbers(inputs[0]);
            double[] b = frame.numbers(inputs[1]);
            int x = frame.offset(inputs[0]);
            int y = frame.offset(inputs[1]);
            double[] out = frame.numberBuffer(this);
            for (int i = 0; i < frame.n; i++) {
                out[i] = (a[x + i] - b[y + i]) * SECONDS_A_DAY;
            }
        }
    }

    /** A date so many seconds later, or earlier, on the nearest whole day. */
    static final class Shift extends NumberNode {
        private final double sign;

        Shift(double sign, Node date, Node seconds) {
            super(sign, date, seconds);
            this.sign = sign;
        }

        @Override
        void compute(Frame frame) {
            double[] a = frame.numbers(inputs[0]);
            double[] b = frame.numbers(inputs[1]);
            int x = frame.offset(inputs[0]);
            int y = frame.offset(inputs[1]);
            double[] out = frame.numberBuffer(this);
            for (int i = 0; i < frame.n; i++) {
                out[i] = Math.rint(a[x + i] + sign * b[y + i] / SECONDS_A_DAY);
            }
            finite(out, frame.n);
        }
    }

    static final class Negate extends NumberNode {
        Negate(Node operand) {
            super(null, operand);
        }

        @Override
        int soleBlame() {
            return soleBlameOfInputs();
        }

        @Override
        void compute(Frame frame) {
            double[] a = frame.numbers(inputs[0]);
            int x = frame.offset(inputs[0]);
            double[] out = frame.numberBuffer(this);
            for (int i = 0; i < frame.n; i++) {
                // Not −a, so that there is but one zero.
                out[i] = 0.0 - a[x + i];
            }
        }
    }

    static final class Call extends NumberNode {
        private final ScalarFunction function;
        private final int[] blames;
        private final byte best;

        /** @param blames for each of the function's reasons what is to blame */
        Call(ScalarFunction function, int[] blames, Node... arguments) {
            // Two fits may have had one name, of which each call keeps its own.
            super(function.body(), arguments);
            this.function = function;
            this.blames = blames;
            this.best = (byte) function.body().best().ordinal();
            this.rough |= best > 0;
        }

        @Override
        byte[] statuses(Frame frame) {
            byte[] statuses = super.statuses(frame);
            for (int i = 0; best > 0 && i < statuses.length; i++) {
                statuses[i] = (byte) Math.max(statuses[i], best);
            }
            return statuses;
        }

        @Override
        void compute(Frame frame) {
            double[] out = frame.numberBuffer(this);
            function.body().apply(arguments(frame), out, frame.n);
            finite(out, frame.n);
        }

        private double[][] arguments(Frame frame) {
            double[][] arguments = new double[inputs.length][];
            for (int i = 0; i < inputs.length; i++) {
                arguments[i] = frame.packed(inputs[i]);
            }
            return arguments;
        }

        @Override
        void blame(Frame frame, int[] positions, int n, long[] tally) {
            int left = blameInputs(frame, positions, n, tally);
            double[][] arguments = left == 0 ? null : arguments(frame);
            for (int i = 0; i < left; i++) {
                int reason = blames.length == 0 ? -1 : function.body().reason(arguments, positions[i]);
                tally[reason < 0 ? Graph.UNDEFINED : blames[reason]]++;
            }
        }

        @Override
        boolean isDear() {
            return true;
        }
    }

    /** 1 for true and 0 for false. */
    static final class OfTruth extends NumberNode {
        OfTruth(Node truth) {
            super(null, truth);
        }

        @Override
        int soleBlame() {
            return soleBlameOfInputs();
        }

        @Override
        void compute(Frame frame) {
            byte[] a = frame.truths(inputs[0]);
            int x = frame.offset(inputs[0]);
            double[] out = frame.numberBuffer(this);
            for (int i = 0; i < frame.n; i++) {
                out[i] = a[x + i] == BooleanColumn.UNKNOWN ? Double.NaN : a[x + i];
            }
        }
    }

    /** A number for each text: its place in the order of texts, or just its code. */
    static final class OfText extends NumberNode {
        private final int[] places;

        /** @param places by code; {@code null} for the codes themselves */
        OfText(Node text, int[] places) {
            super(places != null, text);
            this.places = places;
        }

        @Override
        int soleBlame() {
            return soleBlameOfInputs();
        }

        @Override
        void compute(Frame frame) {
            int[] a = frame.codes(inputs[0]);
            int x = frame.offset(inputs[0]);
            double[] out = frame.numberBuffer(this);
            for (int i = 0; i < frame.n; i++) {
                int code = a[x + i];
                out[i] = code < 0 ? Double.NaN : places == null ? code : places[code];
            }
        }
    }

    static final class If extends NumberNode {
        If(Node condition, Node then, Node otherwise) {
            super(null, condition, then, otherwise);
        }

        @Override
        void compute(Frame frame) {
            byte[] truths = frame.truths(inputs[0]);
            int t = frame.offset(inputs[0]);
            double[] a = frame.numbers(inputs[1]);
            int x = frame.offset(inputs[1]);
            double[] b = frame.numbers(inputs[2]);
            int y = frame.offset(inputs[2]);
            double[] out = frame.numberBuffer(this);
            for (int i = 0; i < frame.n; i++) {
                byte truth = truths[t + i];
                out[i] = truth == BooleanColumn.TRUE ? a[x + i]
                        : truth == BooleanColumn.FALSE ? b[y + i] : Double.NaN;
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

    static final class Coalesce extends NumberNode {
        Coalesce(Node... values) {
            super(null, values);
        }

        @Override
        void compute(Frame frame) {
            double[] out = frame.numberBuffer(this);
            System.arraycopy(frame.numbers(inputs[0]), frame.offset(inputs[0]), out, 0, frame.n);
            for (int input = 1; input < inputs.length; input++) {
                double[] a = frame.numbers(inputs[input]);
                int x = frame.offset(inputs[input]);
                for (int i = 0; i < frame.n; i++) {
                    out[i] = out[i] == out[i] ? out[i] : a[x + i];
                }
            }
        }

        @Override
        byte[] statuses(Frame frame) {
            return Choices.firstStatuses(this, frame);
        }
    }
}
