package llmq.check;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.Span;
import llmq.plan.Expression;
import llmq.plan.Expression.Comparator;
import llmq.plan.Expression.NumberValue;
import llmq.syntax.Formatter;
import llmq.syntax.tree.Expr;
import llmq.value.Dates;
import llmq.value.Status;
import llmq.value.Type;
import llmq.value.Unit;
import llmq.value.Units;

/** Operators: which kinds and units fit, and what comes of them. */
final class Operators {
    private static final double SECONDS_PER_DAY = 86_400;

    private final ExpressionChecker expressions;
    private final Problems problems;

    Operators(ExpressionChecker expressions, Problems problems) {
        this.expressions = expressions;
        this.problems = problems;
    }

    Expression binary(Expr.Binary binary, Scope scope) {
        if (binary.operator().isLogic()) {
            Expression left = expressions.condition(binary.left(), scope);
            Expression right = expressions.condition(binary.right(), scope);
            if (left == null || right == null) {
                return null;
            }
            return binary.operator() == Expr.Operator.AND ? new Expression.And(left, right)
                    : new Expression.Or(left, right);
        }
        boolean compared = binary.operator().isComparison();
        if (!compared && isTight(binary) && expressions.slips().found(binary, scope)) {
            return null;
        }
        if (compared && !expressions.isTrial() && expressions.slips().isMissing(binary, scope)) {
            return null;
        }
        Expression left = compared ? operand(binary.left(), binary.right(), scope)
                : expressions.check(binary.left(), scope);
        Expression right = compared ? operand(binary.right(), binary.left(), scope)
                : expressions.check(binary.right(), scope);
        if (left == null || right == null) {
            return null;
        }
        return compared ? comparison(binary, left, right) : arithmetic(binary, left, right);
    }

    /** One side of a comparison; a word that names nothing, beside a text, was meant as a text. */
    private Expression operand(Expr written, Expr other, Scope scope) {
        if (!expressions.isTrial() && expressions.slips().isDate(written, other, scope)
                || written instanceof Expr.Binary binary && isHyphenedText(binary, other, scope)) {
            return null;
        }
        if (!(written instanceof Expr.Name name) || expressions.isTrial() || expressions.isNamed(name, scope)) {
            return expressions.check(written, scope);
        }
        Expression beside = expressions.trying().check(other, scope);
        String word = name.identifier().name();
        if (beside == null || beside.type() == Type.NUMBER || beside.type() == Type.DATE) {
            return expressions.check(written, scope);
        }
        boolean truth = beside.type() == Type.BOOLEAN;
        return expressions.noSuchName(word, written.span(), scope, nearest -> nearest != null ? null
                : truth ? truth(word) : Problems.QUOTED + "'" + word + "'");
    }

    private static String truth(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "yes" -> "yes is written true";
            case "no" -> "no is written false";
            default -> "truth values are true and false";
        };
    }

    /** Whether an operation may be a slip: nothing stands around its sign, as in a word, or a sum of money. */
    private boolean isTight(Expr.Binary binary) {
        return binary.left().span().end() == binary.operatorSpan().start()
                && binary.operatorSpan().end() == binary.right().span().start()
                && (binary.operator() == Expr.Operator.MINUS || problems.text().text().indexOf('$') >= 0);
    }

    private boolean isHyphenedText(Expr.Binary binary, Expr other, Scope scope) {
        if (binary.operator() != Expr.Operator.MINUS || !isTight(binary) || expressions.isTrial()) {
            return false;
        }
        Expression beside = expressions.trying().check(other, scope);
        return beside != null && beside.type() == Type.TEXT && expressions.slips().isText(binary, scope);
    }

    private Expression arithmetic(Expr.Binary binary, Expression left, Expression right) {
        Expr.Operator operator = binary.operator();
        boolean sum = operator == Expr.Operator.PLUS || operator == Expr.Operator.MINUS;
        if (sum && (left.type() == Type.DATE || right.type() == Type.DATE)) {
            return dates(binary, left, right);
        }
        if (!expressions.isNumber(left, binary.left(), operator.sign())
                | !expressions.isNumber(right, binary.right(), operator.sign())) {
            return null;
        }
        if (sum) {
            List<Expression> fitted = fit(left, right);
            if (fitted == null) {
                return unlike(binary, left, right, operator == Expr.Operator.PLUS ? "added" : "subtracted");
            }
            Unit unit = fitted.get(0).unit().meet(fitted.get(1).unit());
            return new Expression.Arithmetic(operator == Expr.Operator.PLUS ? Expression.Operator.PLUS
                    : Expression.Operator.MINUS, fitted.get(0), fitted.get(1), Type.NUMBER, unit);
        }
        if (operator == Expr.Operator.TIMES) {
            return new Expression.Arithmetic(Expression.Operator.TIMES, left, right, Type.NUMBER,
                    left.unit().times(right.unit()));
        }
        if (operator == Expr.Operator.DIVIDE) {
            return new Expression.Arithmetic(Expression.Operator.DIVIDE, left, right, Type.NUMBER,
                    left.unit().per(right.unit()));
        }
        return power(binary, left, right);
    }

    private Expression power(Expr.Binary binary, Expression left, Expression right) {
        Double exponent = constant(right);
        if (!right.unit().isNone()) {
            return problems.add(ErrorCode.E104, binary.right().span(), "an exponent is a pure number, and "
                    + Formatter.expression(binary.right()) + " is " + inWords(right.unit()));
        }
        if (exponent == null && !left.unit().isNone()) {
            return problems.add(ErrorCode.E104, binary.span(), "a quantity in " + Units.plural(left.unit())
                    + " can only be raised to a fixed power", "write the exponent as a number");
        }
        Unit unit = left.unit().isNone() ? left.unit() : left.unit().pow(exponent);
        return new Expression.Arithmetic(Expression.Operator.POWER, left, right, Type.NUMBER, unit);
    }

    /** The number that stands there, {@code null} where it is to be worked out. */
    static Double constant(Expression expression) {
        if (expression instanceof NumberValue value) {
            return value.value();
        }
        if (expression instanceof Expression.Negate negate && negate.operand() instanceof NumberValue value) {
            return -value.value();
        }
        return null;
    }

    private Expression dates(Expr.Binary binary, Expression left, Expression right) {
        boolean minus = binary.operator() == Expr.Operator.MINUS;
        if (left.type() == Type.DATE && right.type() == Type.DATE && minus) {
            return new Expression.Arithmetic(Expression.Operator.MINUS, left, right, Type.NUMBER, Unit.SECOND);
        }
        boolean dateFirst = left.type() == Type.DATE;
        Expression span = dateFirst ? right : left;
        Expr written = dateFirst ? binary.right() : binary.left();
        if (span.type() != Type.NUMBER || (!dateFirst && minus)) {
            return problems.add(ErrorCode.E105, binary.span(), "a date takes a span of time added or subtracted, or"
                    + " another date subtracted", "released + 30 days, or released - 2023-07-18");
        }
        Expression seconds = span.unit().isBare() ? scaled(span, SECONDS_PER_DAY, Unit.SECOND) : span;
        if (!seconds.unit().equals(Unit.SECOND)) {
            return problems.add(ErrorCode.E104, written.span(), Formatter.expression(written) + " is "
                    + inWords(seconds.unit()) + ", and a date moves by a span of time", "30 days, or 6 months");
        }
        Expression date = dateFirst ? left : right;
        return new Expression.Arithmetic(minus ? Expression.Operator.MINUS : Expression.Operator.PLUS, date, seconds,
                Type.DATE, Unit.NONE);
    }

    /** The value times a factor, in a unit of its own. */
    static Expression scaled(Expression value, double factor, Unit unit) {
        if (value instanceof NumberValue number) {
            return new NumberValue(number.value() * factor, Type.NUMBER, unit, number.status(), number.origin());
        }
        return new Expression.Arithmetic(Expression.Operator.TIMES, value, NumberValue.of(factor, unit), Type.NUMBER,
                unit);
    }

    /** Both as quantities of one unit; {@code null} where unlike. A percent meets a share as a hundredth. */
    private static List<Expression> fit(Expression left, Expression right) {
        if (left instanceof Expression.Convert shown && right.unit().isBare()) {
            // A bare number beside 'x in days' counts days, as the reader sees x.
            return List.of(left, scaled(right, shown.target().factor(), left.unit()));
        }
        if (right instanceof Expression.Convert shown && left.unit().isBare()) {
            return List.of(scaled(left, shown.target().factor(), right.unit()), right);
        }
        if (left.unit().fits(right.unit())) {
            return List.of(left, right);
        }
        if (right instanceof NumberValue && right.unit().equals(Unit.PERCENT) && left.unit().isNone()) {
            return List.of(left, hundredth(right));
        }
        if (left instanceof NumberValue && left.unit().equals(Unit.PERCENT) && right.unit().isNone()) {
            return List.of(hundredth(left), right);
        }
        return null;
    }

    /** Divided, not multiplied by 0.01: 70% is 0.7. */
    private static Expression hundredth(Expression percent) {
        NumberValue number = (NumberValue) percent;
        return new NumberValue(number.value() / 100, Type.NUMBER, Unit.NONE, number.status(), number.origin());
    }

    private Expression unlike(Expr.Binary binary, Expression left, Expression right, String verb) {
        return unlike(binary, binary.left(), left, binary.right(), right, verb);
    }

    private Expression unlike(Expr place, Expr leftWritten, Expression left, Expr rightWritten, Expression right,
            String verb) {
        String help;
        boolean counted = left.unit().equals(Unit.PARAMETER) || left.unit().equals(Unit.TOKEN);
        if (rightWritten instanceof Expr.Number number && "B".equals(number.unit()) && counted) {
            help = "B for billion stands at its number, without a space: " + number.text() + "B";
        } else if (rightWritten instanceof Expr.Number number && number.unit() != null && !left.unit().isNone()
                && !Units.plural(left.unit()).startsWith("1/")) {
            help = "write " + number.text() + " " + Units.plural(left.unit()) + ", or just " + number.text();
        } else if (left.unit().equals(Unit.PERCENT) && right.unit().isNone()) {
            help = "to count both in percent: (" + Formatter.expression(rightWritten) + " in %)";
        } else if (right.unit().equals(Unit.PERCENT) && left.unit().isNone()) {
            help = "to count both in percent: (" + Formatter.expression(leftWritten) + " in %)";
        } else if (left.unit().isNone() || right.unit().isNone()) {
            help = "one of the two is a pure number: multiply or divide so that both count the same thing";
        } else {
            help = "a ratio of the two would be in " + left.unit().per(right.unit());
        }
        return problems.add(ErrorCode.E104, place.span(), Formatter.expression(leftWritten) + " is "
                + inWords(left.unit()) + " and " + Formatter.expression(rightWritten) + " is "
                + inWords(right.unit()) + ": they cannot be " + verb, help);
    }

    /** A unit for a sentence: {@code in tokens}, {@code in %/FLOP}, {@code a pure number}. */
    static String inWords(Unit unit) {
        return unit.isNone() ? "a pure number" : "in " + Units.plural(unit);
    }

    private Expression comparison(Expr.Binary binary, Expression left, Expression right) {
        return compare(binary, comparator(binary.operator()), binary.left(), left, binary.right(), right);
    }

    private static Comparator comparator(Expr.Operator operator) {
        return switch (operator) {
            case EQUAL -> Comparator.EQUAL;
            case UNEQUAL -> Comparator.UNEQUAL;
            case LESS -> Comparator.LESS;
            case AT_MOST -> Comparator.AT_MOST;
            case MORE -> Comparator.MORE;
            case AT_LEAST -> Comparator.AT_LEAST;
            case OR, AND, PLUS, MINUS, TIMES, DIVIDE, POWER -> throw new IllegalArgumentException(operator.sign());
        };
    }

    private static Comparator mirrored(Comparator comparator) {
        return switch (comparator) {
            case EQUAL, UNEQUAL -> comparator;
            case LESS -> Comparator.MORE;
            case AT_MOST -> Comparator.AT_LEAST;
            case MORE -> Comparator.LESS;
            case AT_LEAST -> Comparator.AT_MOST;
        };
    }

    private Expression compare(Expr place, Comparator comparator, Expr leftWritten, Expression left,
            Expr rightWritten, Expression right) {
        if (left.type() == Type.DATE) {
            double[] period = period(rightWritten, right);
            if (period != null) {
                return within(comparator, left, period);
            }
        }
        if (right.type() == Type.DATE) {
            double[] period = period(leftWritten, left);
            if (period != null) {
                return within(mirrored(comparator), right, period);
            }
        }
        if (left.type() != right.type()) {
            return problems.add(ErrorCode.E105, place.span(), Formatter.expression(leftWritten) + " is "
                    + left.type().words() + " and " + Formatter.expression(rightWritten) + " is "
                    + right.type().words() + ": they cannot be compared",
                    comparable(left.type(), rightWritten, right.type(), leftWritten));
        }
        if (left.type() != Type.NUMBER) {
            return new Expression.Comparison(comparator, left, right);
        }
        List<Expression> fitted = fit(left, right);
        return fitted == null ? unlike(place, leftWritten, left, rightWritten, right, "compared")
                : new Expression.Comparison(comparator, fitted.get(0), fitted.get(1));
    }

    /** What could stand in a comparison instead, or {@code null}. */
    private static String comparable(Type left, Expr rightWritten, Type right, Expr leftWritten) {
        if (left == Type.DATE || right == Type.DATE) {
            return "a day is written 2024-04-10, a month 2024-04, a year 2024, without quotes";
        }
        if (left == Type.BOOLEAN || right == Type.BOOLEAN) {
            return "what is true or false stands by itself: where open, or where not open";
        }
        Expr beside = left == Type.TEXT ? rightWritten : right == Type.TEXT ? leftWritten : null;
        return beside instanceof Expr.Number number && number.unit() == null
                ? "text is compared with text in quotes: '" + number.text() + "'" : null;
    }

    /** First and last day of what is written as a day, a month or a year; {@code null} where it is none of these. */
    private static double[] period(Expr written, Expression value) {
        if (written instanceof Expr.Date date) {
            return new double[] {Dates.days(date.first()), Dates.days(date.last())};
        }
        if (value instanceof NumberValue month && month.type() == Type.DATE && month.origin() != null) {
            // A month under a name, such as that of a parameter.
            return new double[] {month.value(), Dates.days(Dates.endOfMonth(Dates.date(month.value())))};
        }
        if (value instanceof Expression.TextValue text && text.value() != null) {
            try {
                double day = Dates.days(LocalDate.parse(text.value()));
                return new double[] {day, day};
            } catch (DateTimeParseException notADate) {
                return null;
            }
        }
        if (value instanceof NumberValue number && number.unit().isBare() && number.value() == Math.rint(number.value())
                && number.value() >= 1900 && number.value() < 2200) {
            int year = (int) number.value();
            return new double[] {Dates.days(LocalDate.of(year, 1, 1)), Dates.days(LocalDate.of(year, 12, 31))};
        }
        return null;
    }

    private static Expression within(Comparator comparator, Expression value, double[] period) {
        Expression first = day(period[0]);
        Expression last = day(period[1]);
        boolean single = period[0] == period[1];
        return switch (comparator) {
            case LESS -> new Expression.Comparison(Comparator.LESS, value, first);
            case AT_MOST -> new Expression.Comparison(Comparator.AT_MOST, value, last);
            case MORE -> new Expression.Comparison(Comparator.MORE, value, last);
            case AT_LEAST -> new Expression.Comparison(Comparator.AT_LEAST, value, first);
            case EQUAL -> single ? new Expression.Comparison(Comparator.EQUAL, value, first)
                    : new Expression.And(new Expression.Comparison(Comparator.AT_LEAST, value, first),
                            new Expression.Comparison(Comparator.AT_MOST, value, last));
            case UNEQUAL -> single ? new Expression.Comparison(Comparator.UNEQUAL, value, first)
                    : new Expression.Or(new Expression.Comparison(Comparator.LESS, value, first),
                            new Expression.Comparison(Comparator.MORE, value, last));
        };
    }

    private static NumberValue day(double days) {
        return new NumberValue(days, Type.DATE, Unit.NONE, Status.REPORTED, null);
    }

    Expression between(Expr.Between between, Scope scope) {
        Expression value = expressions.check(between.value(), scope);
        Expression low = expressions.check(between.low(), scope);
        Expression high = expressions.check(between.high(), scope);
        if (value == null || low == null || high == null) {
            return null;
        }
        Expression above = compare(between.low(), Comparator.AT_LEAST, between.value(), value, between.low(), low);
        Expression below = compare(between.high(), Comparator.AT_MOST, between.value(), value, between.high(), high);
        return above == null || below == null ? null : new Expression.And(above, below);
    }

    Expression in(Expr.In in, Scope scope) {
        Expression value = expressions.check(in.value(), scope);
        List<Expression> options = new ArrayList<>();
        for (Expr option : in.options()) {
            options.add(operand(option, in.value(), scope));
        }
        if (value == null || options.contains(null)) {
            return null;
        }
        List<Expression> plain = new ArrayList<>();
        List<Expression> ranges = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            Expression test = compare(in.options().get(i), Comparator.EQUAL, in.value(), value, in.options().get(i),
                    options.get(i));
            if (test == null) {
                return null;
            }
            if (test instanceof Expression.Comparison comparison && comparison.left() == value) {
                plain.add(comparison.right());
            } else {
                ranges.add(test);
            }
        }
        if (!plain.isEmpty()) {
            ranges.add(0, new Expression.In(value, plain));
        }
        return any(ranges);
    }

    /** Halves of halves, as a chain of thousands would be as deep as it is long. */
    private static Expression any(List<Expression> tests) {
        int half = tests.size() / 2;
        return half == 0 ? tests.get(0)
                : new Expression.Or(any(tests.subList(0, half)), any(tests.subList(half, tests.size())));
    }

    Expression like(Expr.Like like, Scope scope) {
        Expression value = expressions.check(like.value(), scope);
        Expression pattern = operand(like.pattern(), like.value(), scope);
        if (value == null || pattern == null) {
            return null;
        }
        if (value.type() != Type.TEXT) {
            return problems.add(ErrorCode.E105, like.value().span(), "'like' compares text, and "
                    + Formatter.expression(like.value()) + " is " + value.type().words());
        }
        if (!(pattern instanceof Expression.TextValue text)) {
            return problems.add(ErrorCode.E105, like.pattern().span(), "'like' takes a fixed pattern in quotes",
                    "like 'Llama*': * is any text, ? any one character");
        }
        return new Expression.Like(value, text.value());
    }

    /** What {@code if} and {@code coalesce} choose from: all of one type and unit, which is the whole's. */
    List<Expression> alike(List<Expression> values, Expr place) {
        Type type = values.get(0).type();
        Unit unit = Unit.BARE;
        for (Expression value : values) {
            if (value.type() != type) {
                return problems.add(ErrorCode.E105, place.span(), "the values to choose from are " + type.words()
                        + " and " + value.type().words() + ", and must be of one kind");
            }
            if (type == Type.NUMBER && !unit.fits(value.unit())) {
                return problems.add(ErrorCode.E104, place.span(), "the values to choose from are " + inWords(unit)
                        + " and " + inWords(value.unit()) + ", and must count the same thing");
            }
            unit = unit.meet(value.unit());
        }
        return values;
    }

    static Unit sharedUnit(List<Expression> values) {
        Unit unit = values.get(0).unit();
        for (Expression value : values) {
            unit = unit.meet(value.unit());
        }
        return unit;
    }
}
