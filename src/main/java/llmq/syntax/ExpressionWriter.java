package llmq.syntax;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import llmq.syntax.tree.Argument;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.Expr.Operator;
import llmq.syntax.tree.ModelName;
import llmq.syntax.tree.Source;
import llmq.value.Units;

/** Expressions and sources as text on one line, with the parentheses that they need and no others. */
final class ExpressionWriter {
    private static final Set<String> FIELDS = Set.of("tokens", "params", "flops");

    private static final int ANY = 0;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int COMPARISON = 4;
    private static final int CONVERSION = 5;
    private static final int SUM = 6;
    private static final int TERM = 7;
    private static final int UNARY = 8;
    private static final int POWER = 9;
    private static final int POSTFIX = 10;
    private static final int PRIMARY = 11;

    private final StringBuilder out = new StringBuilder();
    /** The first operand, where its name would start a statement if it is a verb; {@code null} where it would not. */
    private final Expr first;

    private ExpressionWriter(Expr first) {
        this.first = first;
    }

    static String write(Expr expression) {
        return new ExpressionWriter(null).put(expression, ANY).out.toString();
    }

    /** An expression at the start of a statement or right after the {@code =} of a {@code let}. */
    static String writeFirst(Expr expression) {
        return new ExpressionWriter(leftmost(expression)).put(expression, ANY).out.toString();
    }

    /** An expression where {@code and} goes on with something else, as in {@code between LOW and HIGH}. */
    static String writeOperand(Expr expression) {
        return new ExpressionWriter(null).put(expression, CONVERSION).out.toString();
    }

    static String write(Source source) {
        return new ExpressionWriter(null).put(source, false).out.toString();
    }

    static String write(ModelName model) {
        if (model.quoted()) {
            return Names.text(model.name());
        }
        return Names.isResult(model.name()) ? model.name() : Names.operand(model.name());
    }

    private static int level(Expr e) {
        if (e instanceof Expr.Binary b) {
            return level(b.operator());
        }
        if (e instanceof Expr.Not) {
            return NOT;
        }
        if (e instanceof Expr.In || e instanceof Expr.Between || e instanceof Expr.Like || e instanceof Expr.Known) {
            return COMPARISON;
        }
        if (e instanceof Expr.Convert) {
            return CONVERSION;
        }
        if (e instanceof Expr.Negate) {
            return UNARY;
        }
        // A word followed by 'of' is never read as a unit.
        boolean quantity = e instanceof Expr.Number number && number.unit() != null;
        return quantity || e instanceof Expr.Of || e instanceof Expr.OfRows ? POSTFIX : PRIMARY;
    }

    private static int level(Operator operator) {
        return switch (operator) {
            case OR -> ANY + 1;
            case AND -> AND;
            case EQUAL, UNEQUAL, LESS, AT_MOST, MORE, AT_LEAST -> COMPARISON;
            case PLUS, MINUS -> SUM;
            case TIMES, DIVIDE -> TERM;
            case POWER -> POWER;
        };
    }

    /** @param least the level at which no parentheses are needed */
    private ExpressionWriter put(Expr e, int least) {
        if (level(e) < least) {
            out.append('(');
            putBare(e);
            out.append(')');
        } else {
            putBare(e);
        }
        return this;
    }

    private void putBare(Expr e) {
        if (e instanceof Expr.Number number) {
            putNumber(number);
        } else if (e instanceof Expr.Date date) {
            out.append(date.text());
        } else if (e instanceof Expr.Text text) {
            out.append(Names.text(text.value()));
        } else if (e instanceof Expr.Truth truth) {
            out.append(truth.value());
        } else if (e instanceof Expr.Result result) {
            out.append(result(result.number()));
        } else if (e instanceof Expr.Name name) {
            out.append(name(e, name.identifier().name()));
        } else if (e instanceof Expr.Call call) {
            String function = call.function().name();
            out.append(e == first ? Names.anywhere(function) : Names.called(function)).append('(');
            putArguments(call.arguments());
            out.append(')');
        } else if (e instanceof Expr.Rows rows) {
            putInside(rows.source());
        } else if (e instanceof Expr.Of of) {
            put(of.value(), PRIMARY).out.append(" of ").append(write(of.model()));
        } else if (e instanceof Expr.OfRows of) {
            put(of.value(), PRIMARY).out.append(" of ");
            putInside(of.source());
        } else if (e instanceof Expr.Binary binary) {
            putBinary(binary);
        } else {
            putOther(e);
        }
    }

    private void putOther(Expr e) {
        if (e instanceof Expr.Negate negate) {
            out.append('-');
            put(negate.operand(), UNARY);
        } else if (e instanceof Expr.Not not) {
            out.append("not ");
            put(not.operand(), NOT);
        } else if (e instanceof Expr.Convert convert) {
            put(convert.value(), SUM).out.append(" in ").append(convert.unit());
        } else if (e instanceof Expr.Known known) {
            put(known.value(), CONVERSION).out.append(known.known() ? " is known" : " is unknown");
        } else if (e instanceof Expr.Like like) {
            put(like.value(), CONVERSION).out.append(like.negated() ? " not like " : " like ");
            put(like.pattern(), CONVERSION);
        } else if (e instanceof Expr.Between between) {
            put(between.value(), CONVERSION).out.append(between.negated() ? " not between " : " between ");
            put(between.low(), CONVERSION).out.append(" and ");
            put(between.high(), CONVERSION);
        } else if (e instanceof Expr.In in) {
            put(in.value(), CONVERSION).out.append(in.negated() ? " not in (" : " in (");
            String gap = "";
            for (Expr option : in.options()) {
                out.append(gap);
                put(option, ANY);
                gap = ", ";
            }
            out.append(')');
        } else {
            throw new IllegalStateException(e.getClass().getName());
        }
    }

    private String name(Expr e, String name) {
        return e == first ? Names.anywhere(name) : Names.operand(name);
    }

    private void putNumber(Expr.Number number) {
        out.append(number.text());
        if (number.unit() != null) {
            out.append(isGlued(number.unit()) ? "" : " ").append(number.unit());
        }
    }

    /** A percent sign, and a unit that after a space would be the verb {@code param}. */
    private static boolean isGlued(String unit) {
        int end = 0;
        while (end < unit.length() && unit.charAt(end) != '/' && unit.charAt(end) != '*') {
            end++;
        }
        return unit.charAt(0) == '%' || Keywords.type(unit.substring(0, end)) != LlmqParser.NAME;
    }

    private void putArguments(List<Argument> arguments) {
        String gap = "";
        for (Argument argument : arguments) {
            out.append(gap);
            if (argument.where() != null && argument.value() instanceof Expr.Name name) {
                out.append(Names.anywhere(name.identifier().name()));
            } else {
                put(argument.value(), ANY);
            }
            if (argument.where() != null) {
                out.append(" where ");
                put(argument.where(), ANY);
            }
            gap = ", ";
        }
    }

    private void putBinary(Expr.Binary b) {
        Operator operator = b.operator();
        int level = level(operator);
        if (operator == Operator.POWER) {
            put(b.left(), POSTFIX).out.append('^');
            put(b.right(), UNARY);
            return;
        }
        boolean flat = level == COMPARISON;
        put(b.left(), flat ? CONVERSION : level);
        String gap = isTight(b) ? "" : " ";
        out.append(gap).append(operator.sign()).append(gap);
        if (level == TERM && quantityMeetsUnit(b)) {
            // Without parentheses the name would read as a part of the unit before it.
            out.append('(');
            put(b.right(), ANY);
            out.append(')');
        } else {
            put(b.right(), flat ? CONVERSION : level + 1);
        }
    }

    /** {@code mmlu/flops}, a product or quotient of names, calls and plain numbers, is written without spaces. */
    private static boolean isTight(Expr.Binary b) {
        boolean term = b.operator() == Operator.TIMES || b.operator() == Operator.DIVIDE;
        boolean left = b.left() instanceof Expr.Binary before ? isTight(before) : isSimple(b.left());
        return term && left && isSimple(b.right());
    }

    private static boolean isSimple(Expr e) {
        return e instanceof Expr.Name || e instanceof Expr.Call || e instanceof Expr.Result
                || e instanceof Expr.Number number && number.unit() == null;
    }

    private static boolean quantityMeetsUnit(Expr.Binary b) {
        Expr last = b.left();
        while (last instanceof Expr.Binary before && level(before) == TERM) {
            last = before.right();
        }
        while (last instanceof Expr.Negate || last instanceof Expr.Binary power
                && power.operator() == Operator.POWER) {
            last = last instanceof Expr.Negate negate ? negate.operand() : ((Expr.Binary) last).right();
        }
        if (!(last instanceof Expr.Number number) || number.unit() == null) {
            return false;
        }
        return leftmost(b.right()) instanceof Expr.Name name && Units.atom(name.identifier().name()) != null
                && !FIELDS.contains(name.identifier().name().toLowerCase(Locale.ROOT));
    }

    /** The operand whose text starts that of {@code e}, where no sign or parenthesis does. */
    static Expr leftmost(Expr e) {
        if (e instanceof Expr.Binary b) {
            return level(b.left()) < (b.operator() == Operator.POWER ? POSTFIX : level(b)) ? null : leftmost(b.left());
        }
        if (e instanceof Expr.Of of) {
            return leftmost(of.value());
        }
        if (e instanceof Expr.OfRows of) {
            return leftmost(of.value());
        }
        if (e instanceof Expr.Convert convert) {
            return leftmost(convert.value());
        }
        if (e instanceof Expr.Known known) {
            return leftmost(known.value());
        }
        if (e instanceof Expr.In in) {
            return leftmost(in.value());
        }
        if (e instanceof Expr.Between between) {
            return leftmost(between.value());
        }
        return e instanceof Expr.Like like ? leftmost(like.value()) : e;
    }

    static String result(int number) {
        return number == 0 ? "$" : "$" + number;
    }

    private void putInside(Source source) {
        out.append('(');
        if (source instanceof Source.Query query) {
            out.append(StatementWriter.line(query.statement()));
        } else if (source instanceof Source.Filtered filtered) {
            put(filtered.source(), false).out.append(" where ");
            put(filtered.where(), ANY);
        } else {
            put(source, false);
        }
        out.append(')');
    }

    /** @param part whether it is one of several in a union */
    private ExpressionWriter put(Source source, boolean part) {
        if (source instanceof Source.Named named) {
            out.append(Names.anywhere(named.name().name()));
        } else if (source instanceof Source.Result result) {
            out.append(result(result.number()));
        } else if (source instanceof Source.Union union && !part) {
            String gap = "";
            for (Source each : union.parts()) {
                out.append(gap);
                put(each, true);
                gap = " + ";
            }
        } else {
            putInside(source);
        }
        return this;
    }
}
