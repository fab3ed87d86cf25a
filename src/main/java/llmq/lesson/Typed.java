package llmq.lesson;

import java.util.List;
import java.util.Locale;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.syntax.Formatter;
import llmq.syntax.Parser;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.Statement;

/** What kind of thing was typed, where its result alone does not tell. */
final class Typed {
    private Typed() {
    }

    /** The statements of a text; none where it does not parse. */
    static List<Statement> statements(String text) {
        try {
            return new Parser().parse(SourceText.of(text)).statements();
        } catch (LlmqException e) {
            return List.of();
        }
    }

    /** The last statement of a text; {@code null} where it does not parse. */
    static Statement last(String text) {
        List<Statement> statements = statements(text);
        return statements.isEmpty() ? null : statements.get(statements.size() - 1);
    }

    /** Whether a statement is one value as such, so that llmq has found out nothing. */
    static boolean isLiteral(Statement statement) {
        return statement instanceof Statement.Evaluate evaluate && isLiteral(evaluate.value());
    }

    private static boolean isLiteral(Expr value) {
        if (value instanceof Expr.Negate negate) {
            return isLiteral(negate.operand());
        } else if (value instanceof Expr.Convert convert) {
            return isLiteral(convert.value());
        }
        return value instanceof Expr.Number || value instanceof Expr.Date || value instanceof Expr.Text
                || value instanceof Expr.Truth;
    }

    /** Whether a statement is a sum at most of what was typed, so that nothing was asked of the session for it. */
    static boolean isPlain(Statement statement) {
        return statement instanceof Statement.Evaluate evaluate && isPlain(evaluate.value());
    }

    private static boolean isPlain(Expr value) {
        if (value instanceof Expr.Binary binary) {
            return isPlain(binary.left()) && isPlain(binary.right());
        } else if (value instanceof Expr.Negate negate) {
            return isPlain(negate.operand());
        } else if (value instanceof Expr.Convert convert) {
            return isPlain(convert.value());
        }
        return isLiteral(value);
    }

    /** Whether both are written alike, but for layout, quotes, capitals, and the unit that a value is shown in. */
    static boolean isAlike(Statement statement, Statement other) {
        return statement != null && other != null && canonical(statement).equals(canonical(other));
    }

    private static String canonical(Statement statement) {
        String text = statement instanceof Statement.Evaluate one && one.value() instanceof Expr.Convert convert
                ? Formatter.expression(convert.value()) : Formatter.statement(statement);
        return text.toLowerCase(Locale.ROOT).replace("\"", "").replace("'", "").replace("`", "");
    }

    /** What does the work of a statement: of several that pass rows on, the last. */
    private static Class<?> verb(Statement statement) {
        return statement instanceof Statement.Pipe pipe
                ? verb(pipe.stages().get(pipe.stages().size() - 1)) : statement.getClass();
    }

    /** Whether both ask in the same way, and not only to look at rows. */
    static boolean isSameVerb(Statement statement, Statement answer) {
        Class<?> verb = verb(statement);
        return verb == verb(answer) && verb != Statement.Listing.class && verb != Statement.Describe.class;
    }
}
