package llmq.plan;

import java.util.List;
import llmq.fit.FitFunctions;
import llmq.function.Functions;
import llmq.value.Dates;
import llmq.value.NumberText;
import llmq.value.Type;
import llmq.value.Unit;
import llmq.value.Units;

/**
 * A checked expression as text, for notes and explanations: as a user would write it, with no more parentheses than
 * needed. Names that the user gave are gone by then: what {@code let} abbreviates stands in full.
 */
public final class ExpressionText {
    private static final double SECONDS_PER_DAY = 86_400;
    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int COMPARISON = 4;
    private static final int SUM = 5;
    private static final int PRODUCT = 6;
    private static final int SIGN = 7;
    private static final int POWER = 8;
    private static final int ATOM = 9;

    private static final String[] SUFFIXES = {"T", "B", "M", "k"};
    private static final double[] FACTORS = {1e12, 1e9, 1e6, 1e3};

    private ExpressionText() {
    }

    public static String of(Expression expression) {
        return text(expression, 0);
    }

    /** The score that a {@code skill(…)} is of, which by now is arithmetic; {@code null} if this is none. */
    public static Expression.Column skillOf(Expression expression) {
        boolean shaped = expression instanceof Expression.Arithmetic share
                && share.operator() == Expression.Operator.DIVIDE
                && share.left() instanceof Expression.Arithmetic above && above.operator() == Expression.Operator.MINUS
                && share.right() instanceof Expression.Arithmetic below && below.operator() == Expression.Operator.MINUS
                && above.left() instanceof Expression.Column score && score.field().scale() != null
                && isNumber(above.right(), score.field().scale().chance())
                && isNumber(below.right(), score.field().scale().chance())
                && isNumber(below.left(), score.field().scale().max());
        return shaped ? (Expression.Column) ((Expression.Arithmetic) ((Expression.Arithmetic) expression).left()).left()
                : null;
    }

    private static boolean isNumber(Expression expression, double value) {
        return expression instanceof Expression.NumberValue number && number.value() == value;
    }

    /** @param around how tightly the operator around it binds */
    private static String text(Expression expression, int around) {
        int own = tightness(expression);
        String text = bare(expression, own);
        return own < around ? "(" + text + ")" : text;
    }

    private static int tightness(Expression e) {
        if (skillOf(e) != null) {
            return ATOM;
        } else if (e instanceof Expression.Or) {
            return OR;
        } else if (e instanceof Expression.And) {
            return AND;
        } else if (e instanceof Expression.Not) {
            return NOT;
        } else if (e instanceof Expression.Arithmetic arithmetic) {
            return switch (arithmetic.operator()) {
                case PLUS, MINUS -> SUM;
                case TIMES, DIVIDE -> PRODUCT;
                case POWER -> POWER;
            };
        } else if (e instanceof Expression.Negate
                || e instanceof Expression.NumberValue number && number.type() == Type.NUMBER && number.value() < 0) {
            return SIGN;
        }
        boolean condition = e instanceof Expression.Comparison || e instanceof Expression.In
                || e instanceof Expression.Like || e instanceof Expression.Known || e instanceof Expression.Needed
                || e instanceof Expression.Convert;
        return condition ? COMPARISON : ATOM;
    }

    private static String bare(Expression e, int own) {
        Expression.Column score = skillOf(e);
        if (score != null) {
            return "skill(" + name(score.field().name()) + ")";
        } else if (e instanceof Expression.Column column) {
            return name(column.field().name());
        } else if (e instanceof Expression.NumberValue number) {
            return number(number);
        } else if (e instanceof Expression.TextValue text) {
            return text.value() == null ? "unknown" : quoted(text.value());
        } else if (e instanceof Expression.TruthValue truth) {
            return truth.value() == 0 ? "false" : truth.value() == 1 ? "true" : "unknown";
        } else if (e instanceof Expression.Arithmetic a) {
            return arithmetic(a, own);
        } else if (e instanceof Expression.Negate n) {
            return "-" + text(n.operand(), SIGN);
        } else if (e instanceof Expression.Comparison c) {
            return text(c.left(), SUM) + " " + sign(c.comparator()) + " " + text(c.right(), SUM);
        } else if (e instanceof Expression.And a) {
            return text(a.left(), AND) + " and " + text(a.right(), AND);
        } else if (e instanceof Expression.Or o) {
            return text(o.left(), OR) + " or " + text(o.right(), OR);
        } else if (e instanceof Expression.Not n) {
            return "not " + text(n.operand(), NOT);
        } else if (e instanceof Expression.In in) {
            return text(in.value(), SUM) + " in (" + list(in.options()) + ")";
        } else if (e instanceof Expression.Like like) {
            return text(like.value(), SUM) + " like " + quoted(like.pattern());
        } else if (e instanceof Expression.Known known) {
            return text(known.value(), SUM) + (known.known() ? " is known" : " is unknown");
        } else if (e instanceof Expression.Needed needed) {
            return text(needed.value(), SUM) + " is known";
        } else if (e instanceof Expression.Convert convert) {
            return text(convert.value(), SUM) + " in " + convert.target().symbol();
        }
        return call(e);
    }

    private static String call(Expression e) {
        if (e instanceof Expression.Reported reported) {
            return "reported(" + of(reported.value()) + ")";
        } else if (e instanceof Expression.Call call) {
            String name = call.function().name();
            return call.function().body() instanceof FitFunctions.Body body ? FitText.of(call, body)
                    : name.endsWith(")") ? name : name + "(" + list(call.arguments()) + ")";
        } else if (e instanceof Expression.If choice) {
            return "if(" + list(List.of(choice.condition(), choice.then(), choice.otherwise())) + ")";
        } else if (e instanceof Expression.Coalesce coalesce) {
            return "coalesce(" + list(coalesce.values()) + ")";
        } else if (e instanceof Expression.OfRow row) {
            return text(row.value(), ATOM) + " of " + quoted(row.name());
        }
        Expression.OfRows rows = (Expression.OfRows) e;
        String arguments = list(rows.arguments());
        return rows.function().name() + "(" + arguments + (arguments.isEmpty() ? "" : " of ") + source(rows.rows())
                + ")";
    }

    private static String source(Plan plan) {
        if (plan instanceof Plan.Scan scan) {
            return name(scan.source());
        }
        return plan instanceof Plan.Filter filter && filter.input() instanceof Plan.Scan scan
                ? name(scan.source()) + " where " + of(filter.condition()) : "(...)";
    }

    /** {@code a / (b * c)} and {@code a - (b - c)} need their parentheses, {@code a * b / c} does not. */
    private static String arithmetic(Expression.Arithmetic a, int own) {
        boolean power = a.operator() == Expression.Operator.POWER;
        boolean regroups = a.operator() == Expression.Operator.MINUS || a.operator() == Expression.Operator.DIVIDE;
        String left = text(a.left(), power ? ATOM : own);
        String right = text(a.right(), power ? SIGN : regroups ? own + 1 : own);
        return switch (a.operator()) {
            case PLUS -> left + " + " + right;
            case MINUS -> left + " - " + right;
            case TIMES -> left + " * " + right;
            case DIVIDE -> left + "/" + right;
            case POWER -> left + "^" + right;
        };
    }

    private static String sign(Expression.Comparator comparator) {
        return switch (comparator) {
            case EQUAL -> "=";
            case UNEQUAL -> "!=";
            case LESS -> "<";
            case AT_MOST -> "<=";
            case MORE -> ">";
            case AT_LEAST -> ">=";
        };
    }

    private static String list(List<Expression> expressions) {
        StringBuilder out = new StringBuilder();
        for (Expression expression : expressions) {
            out.append(out.length() == 0 ? "" : ", ").append(of(expression));
        }
        return out.toString();
    }

    private static String number(Expression.NumberValue number) {
        double value = number.value();
        if (value != value) {
            return "unknown";
        }
        if (number.type() == Type.DATE) {
            return Dates.format(value);
        }
        Unit unit = number.unit();
        if (unit.equals(Unit.SECOND) && value != 0 && value % SECONDS_PER_DAY == 0) {
            return number(value / SECONDS_PER_DAY) + " days";
        }
        return unit.isNone() ? number(value) : unit.equals(Unit.PERCENT) ? number(value) + "%"
                : number(value) + " " + Units.plural(unit);
    }

    /** With a suffix where that leaves at most three digits after the point: {@code 3T}, {@code 1.5B}. */
    public static String number(double value) {
        double size = Math.abs(value);
        for (int i = 0; i < FACTORS.length && size >= 1e4 && size < 1e15; i++) {
            double scaled = value / FACTORS[i];
            if (Math.abs(scaled) >= 1 && Math.abs(scaled) < 1000 && Math.rint(scaled * 1000) == scaled * 1000) {
                return NumberText.exact(scaled) + SUFFIXES[i];
            }
        }
        return NumberText.exact(value);
    }

    private static String quoted(String text) {
        return text.indexOf('\'') < 0 ? "'" + text + "'" : "\"" + text + "\"";
    }

    /** In backquotes where it is no identifier; a column that holds a call's values is written as that call. */
    static String name(String name) {
        int open = name.indexOf('(');
        if (open > 0 && name.endsWith(")") && Functions.find(name.substring(0, open)) != null) {
            return name;
        }
        boolean plain = !name.isEmpty() && !Character.isDigit(name.charAt(0));
        for (int i = 0; i < name.length() && plain; i++) {
            char c = name.charAt(i);
            plain = Character.isLetterOrDigit(c) || c == '_' || c == '$' && i == 0;
        }
        return plain ? name : "`" + name + "`";
    }
}
