package llmq.syntax;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.diagnostic.Span;
import llmq.syntax.tree.Argument;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.Expr.Operator;
import llmq.syntax.tree.Identifier;
import llmq.syntax.tree.ModelName;
import llmq.syntax.tree.Source;
import llmq.value.Dates;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Parse tree to tree, for expressions. */
final class ExpressionBuilder {
    /** Up to here each whole number is a double of its own. */
    private static final long MOST_WHOLE = 1L << 53;

    private final SourceText source;
    private final SourceBuilder sources;

    ExpressionBuilder(SourceText source, SourceBuilder sources) {
        this.source = source;
        this.sources = sources;
    }

    Expr build(ParserRuleContext written) {
        ParserRuleContext context = Tight.of(written);
        return switch (context.getRuleIndex()) {
            case LlmqParser.RULE_expression, LlmqParser.RULE_conjunction, LlmqParser.RULE_sum, LlmqParser.RULE_term ->
                    chain(context);
            case LlmqParser.RULE_negation -> new Expr.Not(build(child(context, 1)), span(context));
            case LlmqParser.RULE_comparison -> comparison((LlmqParser.ComparisonContext) context);
            case LlmqParser.RULE_conversion -> conversion((LlmqParser.ConversionContext) context);
            case LlmqParser.RULE_unary, LlmqParser.RULE_exponent ->
                    new Expr.Negate(build(child(context, 1)), span(context));
            case LlmqParser.RULE_power -> binary(context, Operator.POWER, build(child(context, 0)), 1, span(context));
            case LlmqParser.RULE_postfix -> of((LlmqParser.PostfixContext) context);
            case LlmqParser.RULE_primary -> primary((LlmqParser.PrimaryContext) context);
            default -> throw new IllegalStateException(LlmqParser.ruleNames[context.getRuleIndex()]);
        };
    }

    private static ParserRuleContext child(ParserRuleContext context, int index) {
        return (ParserRuleContext) context.getChild(index);
    }

    /** Operands of one level, from left to right. */
    private Expr chain(ParserRuleContext context) {
        Expr left = build(child(context, 0));
        for (int i = 1; i < context.getChildCount(); i += 2) {
            Span span = span(context.getStart(), child(context, i + 1).getStop());
            left = binary(context, operator(token(context.getChild(i))), left, i, span);
        }
        return left;
    }

    private Expr binary(ParserRuleContext context, Operator operator, Expr left, int sign, Span span) {
        Expr right = build(child(context, sign + 1));
        return new Expr.Binary(operator, left, right, Tokens.span(token(context.getChild(sign))), span);
    }

    private static Operator operator(Token token) {
        return switch (token.getType()) {
            case LlmqParser.OR -> Operator.OR;
            case LlmqParser.AND -> Operator.AND;
            case LlmqParser.EQUAL -> Operator.EQUAL;
            case LlmqParser.UNEQUAL -> Operator.UNEQUAL;
            case LlmqParser.LESS -> Operator.LESS;
            case LlmqParser.AT_MOST -> Operator.AT_MOST;
            case LlmqParser.GREATER -> Operator.MORE;
            case LlmqParser.AT_LEAST -> Operator.AT_LEAST;
            case LlmqParser.PLUS -> Operator.PLUS;
            case LlmqParser.MINUS -> Operator.MINUS;
            case LlmqParser.TIMES -> Operator.TIMES;
            case LlmqParser.DIVIDE -> Operator.DIVIDE;
            default -> throw new IllegalStateException(token.getText());
        };
    }

    private Expr comparison(LlmqParser.ComparisonContext context) {
        Expr value = build(context.conversion());
        LlmqParser.ComparisonTailContext tail = context.comparisonTail();
        Span span = span(context);
        boolean negated = tail.NOT() != null;
        if (tail.sign != null) {
            return new Expr.Binary(operator(tail.sign), value, build(tail.conversion(0)), Tokens.span(tail.sign), span);
        }
        if (tail.IS() != null) {
            return new Expr.Known(value, (tail.KNOWN() != null) != negated, span);
        }
        if (tail.IN() != null) {
            List<Expr> options = new ArrayList<>();
            for (LlmqParser.ExpressionContext option : tail.expression()) {
                options.add(build(option));
            }
            return new Expr.In(value, options, negated, span);
        }
        if (tail.BETWEEN() != null) {
            return new Expr.Between(value, build(tail.conversion(0)), build(tail.conversion(1)), negated, span);
        }
        return new Expr.Like(value, build(tail.conversion(0)), negated, span);
    }

    private Expr conversion(LlmqParser.ConversionContext context) {
        Quantity unit = (Quantity) context.UNIT().getSymbol();
        return new Expr.Convert(build(context.sum()), unit.unit(), Tokens.span(unit), span(context));
    }

    private Expr of(LlmqParser.PostfixContext context) {
        Expr value = build(context.primary());
        LlmqParser.OwnerContext owner = context.owner();
        if (owner.sourceBody() != null) {
            return new Expr.OfRows(value, sources.inside(owner.sourceBody()), span(context));
        }
        ModelName model = owner.model() != null ? model(owner.model())
                : new ModelName(owner.RESULT().getText(), false, Tokens.span(owner.RESULT().getSymbol()));
        return new Expr.Of(value, model, span(context));
    }

    private Expr primary(LlmqParser.PrimaryContext context) {
        if (context.FUNCTION() != null) {
            List<Argument> arguments = new ArrayList<>();
            for (LlmqParser.ArgumentContext argument : context.argument()) {
                arguments.add(argument(argument));
            }
            return new Expr.Call(identifier(context.FUNCTION()), arguments, span(context));
        }
        if (context.body() != null) {
            // One without a source in it is seen through before.
            throw Diagnostic.at(ErrorCode.E001, source, span(context), "rows cannot stand where a value is needed",
                    "an aggregate makes one value of them: avg(mmlu of (…))").toException();
        }
        Token token = context.getStart();
        Span span = Tokens.span(token);
        return switch (token.getType()) {
            case LlmqParser.NUMBER -> number(token, token.getText(), null);
            case LlmqParser.QUANTITY -> number(token, ((Quantity) token).number(), ((Quantity) token).unit());
            case LlmqParser.DATE -> date(token);
            case LlmqParser.STRING -> new Expr.Text(unquote(token), span);
            case LlmqParser.TRUE -> new Expr.Truth(true, span);
            case LlmqParser.FALSE -> new Expr.Truth(false, span);
            case LlmqParser.RESULT -> new Expr.Result(result(token), span);
            default -> new Expr.Name(identifier(context.NAME()));
        };
    }

    private Argument argument(LlmqParser.ArgumentContext context) {
        ParserRuleContext value = Tight.of(context.expression());
        boolean rows = value instanceof LlmqParser.PrimaryContext primary && primary.body() != null;
        Expr built = rows ? new Expr.Rows(sources.rows(((LlmqParser.PrimaryContext) value).body()), span(value))
                : build(value);
        return new Argument(built, context.where() == null ? null : build(context.where().expression()),
                span(context));
    }

    Expr.Number number(Token token, String text, String unit) {
        double value = NumberText.value(text);
        if (Double.isInfinite(value)) {
            throw Diagnostic.at(ErrorCode.E003, source, Tokens.span(token),
                    SyntaxError.quote(token) + " is out of range", "the largest number is 1.79e308").toException();
        }
        return new Expr.Number(value, text, unit, Tokens.span(token));
    }

    /** @param help what kind of number it is */
    long whole(TerminalNode node, String help) {
        Token token = node.getSymbol();
        double value = number(token, token.getText(), null).value();
        boolean whole = value == Math.rint(value);
        if (!whole || value > MOST_WHOLE) {
            throw Diagnostic.at(ErrorCode.E003, source, Tokens.span(token), SyntaxError.quote(token)
                    + (whole ? " is too large: " + MOST_WHOLE + " is the most" : " is not a whole number"), help)
                    .toException();
        }
        return (long) value;
    }

    private Expr date(Token token) {
        String text = token.getText();
        int month = part(text, 5, 7);
        if (month < 1 || month > 12) {
            throw noDate(token, "months go from 01 to 12");
        }
        LocalDate first = LocalDate.of(part(text, 0, 4), month, 1);
        if (text.length() == 7) {
            return new Expr.Date(first, Dates.endOfMonth(first), text, Tokens.span(token));
        }
        int number = part(text, 8, 10);
        int last = Dates.daysInMonth(first.getYear(), month);
        if (number < 1 || number > last) {
            throw noDate(token, "the days of " + text.substring(0, 7) + " go from 01 to " + last);
        }
        LocalDate day = first.withDayOfMonth(number);
        return new Expr.Date(day, day, text, Tokens.span(token));
    }

    private LlmqException noDate(Token token, String help) {
        return Diagnostic.at(ErrorCode.E006, source, Tokens.span(token), SyntaxError.quote(token) + " is not a date",
                help).toException();
    }

    private static int part(String text, int from, int to) {
        return Integer.parseInt(text.substring(from, to));
    }

    /** The number of {@code $3}; 0 for {@code $}. */
    int result(Token token) {
        String digits = token.getText().substring(1);
        if (digits.length() > 9) {
            throw noResult(token);
        }
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private LlmqException noResult(Token token) {
        return Diagnostic.at(ErrorCode.E003, source, Tokens.span(token),
                SyntaxError.quote(token) + " is out of range", "results are numbered from $1").toException();
    }

    Identifier identifier(TerminalNode node) {
        return identifier(node.getSymbol());
    }

    Identifier identifier(Token token) {
        String text = token.getText();
        return new Identifier(text.charAt(0) == '`' ? unquote(token) : text, Tokens.span(token));
    }

    ModelName model(LlmqParser.ModelContext context) {
        Token token = context.getStart();
        boolean quoted = token.getType() == LlmqParser.STRING;
        String name = quoted ? unquote(token) : identifier(token).name();
        return new ModelName(name, quoted, Tokens.span(token));
    }

    /** A text without its quotes, and with each doubled one inside as one. */
    static String unquote(Token token) {
        String text = token.getText();
        String quote = text.substring(0, 1);
        String inside = text.substring(1, text.length() - 1);
        return inside.contains(quote) ? inside.replace(quote + quote, quote) : inside;
    }

    static Token token(ParseTree node) {
        return ((TerminalNode) node).getSymbol();
    }

    static Span span(ParserRuleContext context) {
        return span(context.getStart(), context.getStop());
    }

    static Span span(Token first, Token last) {
        return Tokens.span(first).to(Tokens.span(last));
    }
}
