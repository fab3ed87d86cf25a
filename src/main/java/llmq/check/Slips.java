package llmq.check;

import java.util.Locale;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.Fix;
import llmq.diagnostic.Span;
import llmq.plan.Expression;
import llmq.syntax.Divisor;
import llmq.syntax.Formatter;
import llmq.syntax.Names;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.ModelName;
import llmq.value.ForeignDate;
import llmq.value.ScaledUnit;
import llmq.value.Type;
import llmq.value.Units;

/**
 * What reads as arithmetic and was not meant so: a name with a hyphen that has no quotes, {@code mmlu of GPT-4}, a sum
 * of money with its sign before it, {@code $2/hour}, and a divisor without parentheses, {@code flops / 0.4 * speed}.
 */
final class Slips {
    private static final String HYPHEN = "a name with a hyphen goes in quotes: ";

    private final ExpressionChecker expressions;
    private final Problems problems;
    private final Namespace names;
    private final RowNames rows;

    Slips(ExpressionChecker expressions, Problems problems, Namespace names, RowNames rows) {
        this.expressions = expressions;
        this.problems = problems;
        this.names = names;
        this.rows = rows;
    }

    /** Whether it is one, which is then said. */
    boolean found(Expr.Binary binary, Scope scope) {
        Expr last = last(binary.left());
        if (binary.operator() == Expr.Operator.MINUS && last instanceof Expr.Of of && !of.model().quoted()) {
            return isHyphened(of.model());
        }
        boolean sum = binary.operator() == Expr.Operator.DIVIDE && last instanceof Expr.Result
                && binary.right() instanceof Expr.Name name && Units.atom(name.identifier().name()) != null
                && !expressions.isNamed(name, scope);
        if (sum) {
            String sign = written(last.span());
            Span all = new Span(last.span().start(), binary.right().span().end());
            String money = sign.substring(1) + " USD";
            problems.addFixed(ErrorCode.E117, all, sign.length() == 1 ? null : new Fix(last.span(), money),
                    "'" + sign + "' is a result, and no money", "money is written "
                            + (sign.length() == 1 ? "2 USD" : money + written(new Span(last.span().end(), all.end()))));
        }
        return sum;
    }

    /** {@code a / (b * c)} in place of {@code a / b * c}, where that is in the unit asked for; else {@code null}. */
    Fix divided(Expr.Convert convert, ScaledUnit target, Scope scope) {
        Expr meant = Divisor.grouped(convert.value());
        if (meant == null) {
            return null;
        }
        Expression value = expressions.apart().check(meant, scope);
        return value != null && value.unit().equals(target.unit())
                ? new Fix(convert.value().span(), Formatter.expression(meant)) : null;
    }

    private boolean isHyphened(ModelName model) {
        Span word = word(model.span());
        for (Namespace.Data table : names.tables()) {
            boolean other = table.label() != null && !rows.find(table.name(), model.name()).isFound();
            RowNames.Match match = other ? rows.find(table.name(), written(word)) : null;
            if (match != null && (match.isFound() || match.several())) {
                return isHyphened(word, Names.text(written(word)), HYPHEN);
            }
        }
        return false;
    }

    /** Whether something is compared with a word for a missing value, and no name is meant. */
    boolean isMissing(Expr.Binary binary, Scope scope) {
        boolean equal = binary.operator() == Expr.Operator.EQUAL || binary.operator() == Expr.Operator.UNEQUAL;
        if (!equal || !(binary.right() instanceof Expr.Name name) || expressions.isNamed(name, scope)) {
            return false;
        }
        boolean known = name.identifier().name().equalsIgnoreCase("known");
        boolean missing = switch (name.identifier().name().toLowerCase(Locale.ROOT)) {
            case "null", "unknown", "none", "missing", "undisclosed", "nan", "na" -> true;
            default -> known;
        };
        if (missing) {
            String asked = known == (binary.operator() == Expr.Operator.EQUAL) ? " is known" : " is unknown";
            Span span = new Span(binary.left().span().end(), binary.right().span().end());
            problems.addFixed(ErrorCode.E101, binary.right().span(), new Fix(span, asked),
                    "a missing value equals nothing",
                    "whether it is there is asked with is: " + written(binary.left().span()) + asked);
        }
        return missing;
    }

    /** Whether something beside a date was meant as one: {@code released < 24-04-2024}. */
    boolean isDate(Expr written, Expr other, Scope scope) {
        boolean may = written instanceof Expr.Binary || written instanceof Expr.Text;
        Span span = written.span();
        int quote = written instanceof Expr.Text ? 1 : 0;
        String words = may ? written(new Span(span.start() + quote, span.end() - quote)) : "";
        String date = ForeignDate.iso(words);
        // A text may be a date as it is written here.
        Expression beside = date == null || date.equals(words) ? null : expressions.trying().check(other, scope);
        if (beside == null || beside.type() != Type.DATE) {
            return false;
        }
        problems.addFixed(ErrorCode.E105, span, new Fix(span, date), written(span) + " is not a date",
                "a date is written with the year first, without quotes: " + date);
        return true;
    }

    /** Whether something beside a text was meant as one: {@code family = Llama-3}. */
    boolean isText(Expr.Binary binary, Scope scope) {
        Expr first = binary;
        while (first instanceof Expr.Binary one && one.operator() == Expr.Operator.MINUS) {
            first = one.left();
        }
        return written(binary.span()).indexOf(' ') < 0 && first instanceof Expr.Name name
                && !expressions.isNamed(name, scope)
                && isHyphened(binary.span(), "'" + written(binary.span()) + "'", Problems.QUOTED);
    }

    private boolean isHyphened(Span word, String quoted, String help) {
        problems.addFixed(ErrorCode.E101, word, new Fix(word, quoted), "'" + written(word)
                + "' without quotes is a subtraction", help + quoted);
        return true;
    }

    /** What ends where an expression does. */
    private static Expr last(Expr expr) {
        return expr instanceof Expr.Binary binary ? last(binary.right())
                : expr instanceof Expr.Negate negate ? last(negate.operand()) : expr;
    }

    private String written(Span span) {
        return problems.text().text().substring(span.start(), span.end());
    }

    /** A name with all that stands behind it without a space. */
    private Span word(Span name) {
        String text = problems.text().text();
        int end = name.end();
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end))
                || "-._".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return new Span(name.start(), end);
    }
}
