package llmq.check;

import java.util.ArrayList;
import java.util.List;
import llmq.function.Doc;
import llmq.function.ScalarFunction;
import llmq.function.UnitRule;
import llmq.plan.Columns;
import llmq.plan.Expression;
import llmq.value.Type;

/** An expression turned round: what a field in it must be for the whole to have a value. */
final class Inversion {

    /** What undoes one operation; most go with the operand beside the field. */
    private enum Step {
        ADD, SUBTRACT, SUBTRACT_FROM, MULTIPLY, DIVIDE, DIVIDE_INTO, ROOT, LOGARITHM, NEGATE(false),
        POWER_OF_10(false), POWER_OF_2(false), EXP(false), LN(false), SQUARE(false);

        private final boolean takesOperand;

        Step() {
            this(true);
        }

        Step(boolean takesOperand) {
            this.takesOperand = takesOperand;
        }

        /** NaN where nothing gives the value. */
        double undo(double value, double operand) {
            return switch (this) {
                case ADD -> value + operand;
                case SUBTRACT -> value - operand;
                case SUBTRACT_FROM -> operand - value;
                case MULTIPLY -> value * operand;
                case DIVIDE -> value / operand;
                case DIVIDE_INTO -> operand / value;
                case ROOT -> Math.pow(value, 1 / operand);
                case LOGARITHM -> Math.log(value) / Math.log(operand);
                case NEGATE -> -value;
                case POWER_OF_10 -> Math.pow(10, value);
                case POWER_OF_2 -> Math.pow(2, value);
                case EXP -> Math.exp(value);
                case LN -> Math.log(value);
                case SQUARE -> value >= 0 ? value * value : Double.NaN;
            };
        }
    }

    private final List<Step> steps = new ArrayList<>();
    private final List<Expression> operands = new ArrayList<>();

    private Inversion() {
    }

    /** {@code null} where the field stands in it twice or not at all, or within what cannot be undone. */
    static Inversion of(Expression whole, Expression.Column field) {
        Inversion inversion = new Inversion();
        Expression rest = whole;
        while (rest != null && !(rest instanceof Expression.Column)) {
            rest = inversion.peel(rest, field);
        }
        return rest != null && ((Expression.Column) rest).index() == field.index() ? inversion : null;
    }

    /** Notes how the outermost operation is undone, and gives what is within. */
    private Expression peel(Expression e, Expression.Column field) {
        if (e instanceof Expression.Convert convert) {
            return convert.value();
        } else if (e instanceof Expression.Negate negate) {
            steps.add(Step.NEGATE);
            return negate.operand();
        } else if (e instanceof Expression.Call call && call.arguments().size() == 1) {
            Step step = step(call.function().name());
            steps.add(step);
            return step == null ? null : call.arguments().get(0);
        } else if (!(e instanceof Expression.Arithmetic)) {
            return null;
        }
        Expression.Arithmetic a = (Expression.Arithmetic) e;
        boolean left = Columns.place(Columns.used(a.left()), field) >= 0;
        if (left && Columns.place(Columns.used(a.right()), field) >= 0) {
            return null;
        }
        steps.add(switch (a.operator()) {
            case PLUS -> Step.SUBTRACT;
            case MINUS -> left ? Step.ADD : Step.SUBTRACT_FROM;
            case TIMES -> Step.DIVIDE;
            case DIVIDE -> left ? Step.MULTIPLY : Step.DIVIDE_INTO;
            case POWER -> left ? Step.ROOT : Step.LOGARITHM;
        });
        operands.add(left ? a.right() : a.left());
        return left ? a.left() : a.right();
    }

    private static Step step(String function) {
        return switch (function) {
            case "log10" -> Step.POWER_OF_10;
            case "log2" -> Step.POWER_OF_2;
            case "ln" -> Step.EXP;
            case "exp" -> Step.LN;
            case "sqrt" -> Step.SQUARE;
            default -> null;
        };
    }

    /** What stands beside the field, over the columns of the whole. */
    List<Expression> operands() {
        return operands;
    }

    /**
     * The field, which must be above zero, as a function of the value of the whole and then of the operands.
     *
     * @param called what a reader calls it
     */
    ScalarFunction function(String called) {
        return new ScalarFunction(new Doc(called, called, "", "", List.of()), 1, Integer.MAX_VALUE,
                List.of(Type.NUMBER), Type.NUMBER, UnitRule.NONE, new Body(called, List.copyOf(steps)));
    }

    private record Body(String called, List<Step> steps) implements ScalarFunction.Body {

        @Override
        public void apply(double[][] arguments, double[] out, int n) {
            for (int row = 0; row < n; row++) {
                double value = value(arguments, row);
                out[row] = value > 0 ? value : Double.NaN;
            }
        }

        private double value(double[][] arguments, int row) {
            double value = arguments[0][row];
            int operand = 1;
            for (Step step : steps) {
                value = step.undo(value, step.takesOperand ? arguments[operand++][row] : 0);
            }
            return value;
        }

        @Override
        public List<ScalarFunction.Reason> reasons() {
            return List.of(new ScalarFunction.Reason(called, "too great for a number"),
                    new ScalarFunction.Reason(called, "too small for a number"),
                    new ScalarFunction.Reason(called, "not above zero"));
        }

        @Override
        public int reason(double[][] arguments, int row) {
            double value = value(arguments, row);
            return value == Double.POSITIVE_INFINITY ? 0 : value == 0 ? 1 : 2;
        }
    }
}
