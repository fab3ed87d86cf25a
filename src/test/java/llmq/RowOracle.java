package llmq;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import llmq.catalog.Catalog;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.NumberColumn;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.Status;
import llmq.value.Type;

/**
 * The meaning of expressions, as plainly as it can be put: one row at a time, a Double, String or Boolean, and
 * {@code null} for unknown. Shares nothing with the engine.
 */
final class RowOracle {
    private RowOracle() {
    }

    static Object cell(Column column, int row) {
        if (!column.isKnown(row)) {
            return null;
        }
        return column instanceof NumberColumn numbers ? (Object) numbers.values()[row]
                : column instanceof TextColumn texts ? texts.value(row)
                : ((BooleanColumn) column).values()[row] == BooleanColumn.TRUE;
    }

    static Object value(Expression e, Table table, int row) {
        if (e instanceof Expression.Column column) {
            return cell(table.column(column.index()), row);
        } else if (e instanceof Expression.NumberValue number) {
            return finite(number.value());
        } else if (e instanceof Expression.TextValue text) {
            return text.value();
        } else if (e instanceof Expression.TruthValue truth) {
            return truth.value() == BooleanColumn.UNKNOWN ? null : (Object) (truth.value() == BooleanColumn.TRUE);
        } else if (e instanceof Expression.Arithmetic a) {
            return arithmetic(a, (Double) value(a.left(), table, row), (Double) value(a.right(), table, row));
        } else if (e instanceof Expression.Negate n) {
            Double operand = (Double) value(n.operand(), table, row);
            return operand == null ? null : (Object) (-operand);
        } else if (e instanceof Expression.Comparison c) {
            return compare(c.comparator(), value(c.left(), table, row), value(c.right(), table, row));
        } else if (e instanceof Expression.And and) {
            return not(or(not(value(and.left(), table, row)), not(value(and.right(), table, row))));
        } else if (e instanceof Expression.Or either) {
            return or(value(either.left(), table, row), value(either.right(), table, row));
        } else if (e instanceof Expression.Not not) {
            return not(value(not.operand(), table, row));
        } else if (e instanceof Expression.In in) {
            Object any = false;
            for (Expression option : in.options()) {
                any = or(any, compare(Expression.Comparator.EQUAL, value(in.value(), table, row),
                        value(option, table, row)));
            }
            return any;
        } else if (e instanceof Expression.Known known) {
            return value(known.value(), table, row) != null == known.known();
        } else if (e instanceof Expression.Needed needed) {
            return value(needed.value(), table, row) == null ? null : true;
        }
        return others(e, table, row);
    }

    private static Object others(Expression e, Table table, int row) {
        if (e instanceof Expression.Like like) {
            String text = (String) value(like.value(), table, row);
            return text == null ? null : (Object) matches(text.toLowerCase(Locale.ROOT),
                    like.pattern().toLowerCase(Locale.ROOT));
        } else if (e instanceof Expression.If choice) {
            Object condition = value(choice.condition(), table, row);
            return condition == null ? null
                    : value((Boolean) condition ? choice.then() : choice.otherwise(), table, row);
        } else if (e instanceof Expression.Coalesce coalesce) {
            for (Expression each : coalesce.values()) {
                Object value = value(each, table, row);
                if (value != null) {
                    return value;
                }
            }
            return null;
        } else if (e instanceof Expression.Reported reported) {
            Expression.Column column = (Expression.Column) reported.value();
            boolean known = table.column(column.index()).isKnown(row);
            return known ? (Object) (table.column(column.index()).status(row) == Status.REPORTED) : null;
        } else if (e instanceof Expression.Convert convert) {
            return value(convert.value(), table, row);
        } else if (e instanceof Expression.OfRow of) {
            return value(of.value(), Catalog.builtIn().table(of.source()), of.row());
        } else if (e instanceof Expression.OfRows of) {
            return greatest(of);
        }
        return call((Expression.Call) e, table, row);
    }

    /** Of all rows of a table, which is all that the expressions made up ask for. */
    private static Object greatest(Expression.OfRows of) {
        Table table = Catalog.builtIn().table(((Plan.Scan) of.rows()).source());
        Double greatest = null;
        for (int row = 0; row < table.rows(); row++) {
            Double value = (Double) value(of.arguments().get(0), table, row);
            greatest = value == null || greatest != null && greatest > value ? greatest : value;
        }
        return greatest;
    }

    private static Double finite(double value) {
        return Double.isNaN(value) || Double.isInfinite(value) ? null : value;
    }

    private static Double arithmetic(Expression.Arithmetic a, Double left, Double right) {
        if (left == null || right == null) {
            return null;
        }
        boolean dates = a.left().type() == Type.DATE && a.right().type() == Type.DATE;
        return finite(switch (a.operator()) {
            case PLUS -> left + right;
            case MINUS -> dates ? (left - right) * 86_400 : left - right;
            case TIMES -> left * right;
            case DIVIDE -> left / right;
            case POWER -> Math.pow(left, right);
        });
    }

    @SuppressWarnings("unchecked")
    private static Object compare(Expression.Comparator comparator, Object left, Object right) {
        if (left == null || right == null) {
            return null;
        }
        int order = left.equals(right) || left instanceof Double a && right instanceof Double b
                && a.doubleValue() == b.doubleValue() ? 0 : ((Comparable<Object>) left).compareTo(right);
        return switch (comparator) {
            case EQUAL -> order == 0;
            case UNEQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    private static Object not(Object truth) {
        return truth == null ? null : (Object) !(Boolean) truth;
    }

    private static Object or(Object left, Object right) {
        if (Boolean.TRUE.equals(left) || Boolean.TRUE.equals(right)) {
            return true;
        }
        return left == null || right == null ? null : (Object) false;
    }

    private static boolean matches(String text, String pattern) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        if (pattern.charAt(0) == '*') {
            return matches(text, pattern.substring(1)) || !text.isEmpty() && matches(text.substring(1), pattern);
        }
        return !text.isEmpty() && (pattern.charAt(0) == '?' || pattern.charAt(0) == text.charAt(0))
                && matches(text.substring(1), pattern.substring(1));
    }

    private static Object call(Expression.Call call, Table table, int row) {
        List<Expression> arguments = call.arguments();
        double[] values = new double[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = value(arguments.get(i), table, row);
            if (value == null) {
                return null;
            }
            values[i] = (Double) value;
        }
        double x = values[0];
        return finite(switch (call.function().name()) {
            case "log10" -> Math.log10(x);
            case "ln" -> Math.log(x);
            case "log2" -> Math.log(x) / Math.log(2);
            case "exp" -> Math.exp(x);
            case "sqrt" -> Math.sqrt(x);
            case "abs" -> Math.abs(x);
            case "round" -> Math.signum(x) * Math.floor(Math.abs(x) + 0.5);
            case "floor" -> Math.floor(x);
            case "ceil" -> Math.ceil(x);
            case "min" -> Math.min(x, values[1]);
            case "max" -> Math.max(x, values[1]);
            case "year" -> LocalDate.ofEpochDay((long) x).getYear();
            case "month" -> LocalDate.ofEpochDay((long) x).getMonthValue();
            default -> throw new IllegalArgumentException(call.function().name());
        });
    }
}
