package llmq.syntax;

import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.SourceText;
import llmq.diagnostic.Span;
import llmq.syntax.tree.Source;
import llmq.syntax.tree.Statement;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Parse tree to tree, for sources; some were read as an expression, since only a {@code where} tells the two apart. */
final class SourceBuilder {
    private final SourceText text;
    private final StatementBuilder statements;
    private final ExpressionBuilder expressions;

    SourceBuilder(SourceText text, StatementBuilder statements) {
        this.text = text;
        this.statements = statements;
        this.expressions = new ExpressionBuilder(text, this);
    }

    ExpressionBuilder expressions() {
        return expressions;
    }

    /** @return {@code null} for {@code null} */
    Source build(LlmqParser.SourceContext context) {
        if (context == null) {
            return null;
        }
        List<Source> parts = new ArrayList<>();
        for (LlmqParser.SourcePartContext part : context.sourcePart()) {
            parts.add(part(part));
        }
        return union(parts, ExpressionBuilder.span(context));
    }

    private static Source union(List<Source> parts, Span span) {
        return parts.size() == 1 ? parts.get(0) : new Source.Union(parts, span);
    }

    private Source part(LlmqParser.SourcePartContext context) {
        if (context.sourceBody() != null) {
            return inside(context.sourceBody());
        }
        return named(context.getStart());
    }

    private Source named(Token token) {
        return token.getType() == LlmqParser.RESULT
                ? new Source.Result(expressions.result(token), Tokens.span(token))
                : new Source.Named(expressions.identifier(token));
    }

    Source inside(LlmqParser.SourceBodyContext context) {
        if (context.query() != null) {
            return query(context, context.query(), context.command());
        }
        return filtered(build(context.source()), context.where(), context);
    }

    private Source query(ParserRuleContext whole, LlmqParser.QueryContext query, LlmqParser.CommandContext next) {
        Span span = ExpressionBuilder.span(whole);
        Statement statement = statements.piped(statements.query(query), next, span);
        return new Source.Query(statement, span);
    }

    private Source filtered(Source source, LlmqParser.WhereContext where, ParserRuleContext whole) {
        return where == null ? source
                : new Source.Filtered(source, expressions.build(where.expression()), ExpressionBuilder.span(whole));
    }

    /** The body of a {@code let} as a source, or {@code null} if it is a value, or could be either. */
    Source view(LlmqParser.BodyContext body) {
        if (body.query() != null || body.where() != null) {
            return rows(body);
        }
        List<ParserRuleContext> parts = parts(body.expression());
        boolean isSource = false;
        for (ParserRuleContext part : parts) {
            isSource |= part instanceof LlmqParser.PrimaryContext primary && primary.body() != null;
        }
        return isSource ? union(body.expression(), parts) : null;
    }

    /** A body in parentheses that has to be a source. */
    Source rows(LlmqParser.BodyContext body) {
        if (body.query() != null) {
            return query(body, body.query(), body.command());
        }
        Source source = union(body.expression(), parts(body.expression()));
        if (source == null) {
            throw Diagnostic.at(ErrorCode.E001, text, Tokens.span(body.where().getStart()),
                    "'where' needs a source before it, and this is a value",
                    "a source is a table, a view, a result, or a union of them").toException();
        }
        return filtered(source, body.where(), body);
    }

    private Source union(ParserRuleContext whole, List<ParserRuleContext> parts) {
        List<Source> sources = new ArrayList<>();
        for (ParserRuleContext part : parts) {
            if (!(part instanceof LlmqParser.PrimaryContext primary)) {
                return null;
            }
            if (primary.body() != null) {
                sources.add(rows(primary.body()));
            } else if (primary.RESULT() != null || primary.NAME() != null) {
                sources.add(named(primary.getStart()));
            } else {
                return null;
            }
        }
        return union(sources, ExpressionBuilder.span(whole));
    }

    /** The terms of {@code a + b + c}; one that is no such sum is its only part. */
    private static List<ParserRuleContext> parts(ParserRuleContext expression) {
        ParserRuleContext tight = Tight.of(expression);
        if (!(tight instanceof LlmqParser.SumContext sum) || !sum.MINUS().isEmpty()) {
            return List.of(tight);
        }
        List<ParserRuleContext> parts = new ArrayList<>();
        for (LlmqParser.TermContext term : sum.term()) {
            parts.add(Tight.of(term));
        }
        return parts;
    }

}
