package llmq.syntax;

import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.SourceText;
import llmq.diagnostic.Span;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.Identifier;
import llmq.syntax.tree.Statement;
import llmq.syntax.tree.Statement.FitOption;
import org.antlr.v4.runtime.ParserRuleContext;

/** Parse tree to tree, for what only fits and their use have. */
final class FitBuilder {
    private final SourceText text;
    private final ExpressionBuilder expressions;

    FitBuilder(SourceText text, ExpressionBuilder expressions) {
        this.text = text;
        this.expressions = expressions;
    }

    Statement fit(LlmqParser.FittingContext context, Clauses clauses) {
        List<Expr> terms = new ArrayList<>();
        for (int i = 1; i < context.expression().size(); i++) {
            terms.add(expressions.build(context.expression(i)));
        }
        return new Statement.Fit(expressions.build(context.expression(0)), terms, clauses.source(), clauses.where(),
                clauses.method(), clauses.perKeys(), clauses.options(), clauses.name(), span(context));
    }

    Statement predict(LlmqParser.PredictingContext context, Clauses clauses) {
        List<Statement.Binding> at = new ArrayList<>();
        bindings(context.binding(), at);
        return new Statement.Predict(identifier(context.fitName()), at, clauses.source(), clauses.where(),
                span(context));
    }

    Statement whatIf(LlmqParser.WhatifContext context) {
        if (context.changes().size() > 1) {
            throw twice(context.changes(1), "the clause 'with'", "join the two with a comma");
        }
        if (context.usingFit().size() > 1) {
            throw twice(context.usingFit(1), "the clause 'using'", "take one of them out");
        }
        List<Statement.Binding> changes = new ArrayList<>();
        bindings(context.changes(0).binding(), changes);
        return new Statement.WhatIf(expressions.model(context.model()), changes,
                identifier(context.usingFit(0).fitName()), span(context));
    }

    private void bindings(List<LlmqParser.BindingContext> contexts, List<Statement.Binding> bindings) {
        for (LlmqParser.BindingContext binding : contexts) {
            bindings.add(new Statement.Binding(expressions.identifier(binding.NAME()),
                    expressions.build(binding.expression()), span(binding)));
        }
    }

    Statement.Method method(LlmqParser.MethodContext context) {
        Identifier word = expressions.identifier(context.methodName().getStart());
        boolean bounded = context.BETWEEN() != null;
        return new Statement.Method(word, bounded ? expressions.build(context.conversion(0)) : null,
                bounded ? expressions.build(context.conversion(1)) : null, span(context));
    }

    /** Adds the options of one {@code with}; another may have given some already. */
    void options(LlmqParser.FitOptionsContext context, List<FitOption> options) {
        for (LlmqParser.FitOptionContext written : context.fitOption()) {
            FitOption option = option(written);
            for (FitOption other : options) {
                if (other.kind() == option.kind()) {
                    throw twice(written, "the option '" + option.kind().words() + "'", "take one of them out");
                }
            }
            options.add(option);
        }
    }

    private FitOption option(LlmqParser.FitOptionContext context) {
        Span span = span(context);
        if (context.PLAIN() != null) {
            return new FitOption(FitOption.Kind.PLAIN_ERRORS, null, null, null, span);
        }
        if (context.CONSTANT() != null) {
            return new FitOption(FitOption.Kind.CONSTANT, null, null, null, span);
        }
        if (context.ONE() != null) {
            return new FitOption(FitOption.Kind.LEAVE_ONE_OUT, null, null, null, span);
        }
        if (context.LEAVE() != null) {
            return new FitOption(FitOption.Kind.LEAVE_OUT, null, null, expressions.build(context.expression()), span);
        }
        long number = expressions.whole(context.NUMBER(0), "a number of resamples is one, such as 1000");
        Long seed = context.NUMBER().size() == 1 ? null
                : expressions.whole(context.NUMBER(1), "a seed is one, such as 7");
        return new FitOption(FitOption.Kind.BOOTSTRAP, number, seed, null, span);
    }

    private RuntimeException twice(ParserRuleContext second, String what, String help) {
        Span span = second instanceof LlmqParser.FitOptionContext ? span(second) : Tokens.span(second.getStart());
        return Diagnostic.at(ErrorCode.E007, text, span, what + " is given twice", help).toException();
    }

    private Identifier identifier(LlmqParser.FitNameContext context) {
        return expressions.identifier(context.getStart());
    }

    private static Span span(ParserRuleContext context) {
        return ExpressionBuilder.span(context);
    }
}
