package llmq.syntax;

import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.SourceText;
import llmq.diagnostic.Span;
import llmq.syntax.tree.ColumnMapping;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.Identifier;
import llmq.syntax.tree.ModelName;
import llmq.syntax.tree.Script;
import llmq.syntax.tree.Source;
import llmq.syntax.tree.Statement;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Parse tree to tree, for statements. The clauses of one statement are gathered by {@link Clauses}. */
final class StatementBuilder {
    private final SourceText text;
    private final Tokens tokens;
    private final SourceBuilder sources;
    private final ExpressionBuilder expressions;

    StatementBuilder(SourceText text, Tokens tokens) {
        this.text = text;
        this.tokens = tokens;
        this.sources = new SourceBuilder(text, this);
        this.expressions = sources.expressions();
    }

    Script script(LlmqParser.ScriptContext context) {
        List<Statement> statements = new ArrayList<>();
        for (ParseTree child : context.children) {
            if (child instanceof LlmqParser.BareContext bare) {
                statements.add(bare(bare));
            } else if (child instanceof LlmqParser.CommandContext command) {
                statements.add(command(command));
            }
        }
        return new Script(statements, new Span(0, text.text().length()));
    }

    Expr expression(LlmqParser.SingleContext context) {
        return expressions.build(context.expression());
    }

    private Statement bare(LlmqParser.BareContext context) {
        Statement value = new Statement.Evaluate(expressions.build(context.expression()), span(context.expression()));
        return piped(value, context.command(), span(context));
    }

    private Statement command(LlmqParser.CommandContext context) {
        if (context.let() != null) {
            return let(context.let());
        }
        if (context.explain() != null) {
            LlmqParser.ExplainContext explain = context.explain();
            return new Statement.Explain(explain.command() != null ? command(explain.command())
                    : bare(explain.bare()), span(explain));
        }
        return piped(simple(context.simple()), context.command(), span(context));
    }

    /** A statement and what comes after its {@code |}, as one flat pipe; {@code next} may be {@code null}. */
    Statement piped(Statement first, LlmqParser.CommandContext next, Span span) {
        if (next == null) {
            return first;
        }
        List<Statement> stages = new ArrayList<>();
        stages.add(first);
        Statement rest = command(next);
        if (rest instanceof Statement.Pipe pipe) {
            stages.addAll(pipe.stages());
        } else {
            stages.add(rest);
        }
        return new Statement.Pipe(stages, span);
    }

    private Statement simple(LlmqParser.SimpleContext context) {
        ParserRuleContext only = (ParserRuleContext) context.getChild(0);
        return switch (only.getRuleIndex()) {
            case LlmqParser.RULE_query -> query((LlmqParser.QueryContext) only);
            case LlmqParser.RULE_whatif -> fits().whatIf((LlmqParser.WhatifContext) only);
            case LlmqParser.RULE_plotting -> new PlotBuilder(text, sources).plot((LlmqParser.PlottingContext) only);
            case LlmqParser.RULE_trace -> trace((LlmqParser.TraceContext) only);
            case LlmqParser.RULE_describe -> describe((LlmqParser.DescribeContext) only);
            case LlmqParser.RULE_param -> param((LlmqParser.ParamContext) only);
            case LlmqParser.RULE_load -> load((LlmqParser.LoadContext) only);
            case LlmqParser.RULE_save -> save((LlmqParser.SaveContext) only);
            case LlmqParser.RULE_assume -> assume((LlmqParser.AssumeContext) only);
            case LlmqParser.RULE_assertion -> assertion((LlmqParser.AssertionContext) only);
            default -> require((LlmqParser.RequireContext) only);
        };
    }

    Statement query(LlmqParser.QueryContext context) {
        ParserRuleContext only = (ParserRuleContext) context.getChild(0);
        Clauses clauses = new Clauses(text, sources);
        clauses.gather(only);
        Span span = span(only);
        if (only instanceof LlmqParser.ListingContext) {
            return new Statement.Listing(clauses.source(), clauses.where(), clauses.sort(), clauses.top(),
                    clauses.show(), span);
        }
        if (only instanceof LlmqParser.RankingContext) {
            return new Statement.Rank(clauses.source(), clauses.where(), clauses.by(), clauses.perKeys(),
                    clauses.top(), clauses.show(), clauses.intervals(), span);
        }
        if (only instanceof LlmqParser.SummaryContext) {
            return new Statement.Summarize(clauses.source(), clauses.where(), clauses.show(), clauses.perItems(),
                    clauses.sort(), clauses.top(), span);
        }
        if (only instanceof LlmqParser.ComparingContext comparing) {
            List<ModelName> names = new ArrayList<>();
            for (LlmqParser.ModelContext model : comparing.model()) {
                names.add(expressions.model(model));
            }
            return new Statement.Compare(names, clauses.show(), span);
        }
        if (only instanceof LlmqParser.FittingContext fitting) {
            return fits().fit(fitting, clauses);
        }
        if (only instanceof LlmqParser.PredictingContext predicting) {
            return fits().predict(predicting, clauses);
        }
        LlmqParser.FrontierContext frontier = (LlmqParser.FrontierContext) only;
        return new Statement.Frontier(expressions.build(frontier.expression(0)),
                expressions.build(frontier.expression(1)), clauses.source(), clauses.where(), clauses.dominated(),
                clauses.show(), span);
    }

    /** Made where it is needed: a start has no time for what it does not use. */
    private FitBuilder fits() {
        return new FitBuilder(text, expressions);
    }

    private Statement trace(LlmqParser.TraceContext context) {
        Expr value = expressions.build(context.expression());
        Traced traced = Traced.of(value);
        if (traced == null) {
            Token after = tokens.list().get(context.getStop().getTokenIndex() + 1);
            boolean atEnd = after.getType() == Token.EOF;
            Span last = Tokens.span(context.getStop());
            throw Diagnostic.at(atEnd ? ErrorCode.E002 : ErrorCode.E001, text,
                    atEnd ? new Span(last.end(), last.end()) : value.span(),
                    atEnd ? "the statement is not finished" : "trace needs to know of which model",
                    "expected of <model name>").toException();
        }
        return new Statement.Trace(traced.value(), traced.model(), span(context));
    }

    private Statement describe(LlmqParser.DescribeContext context) {
        Token verb = context.DESCRIBE().getSymbol();
        Token what = context.getStop();
        if (what == verb) {
            return new Statement.Describe(null, false, span(context));
        }
        boolean quoted = what.getType() == LlmqParser.STRING;
        Identifier name = quoted ? new Identifier(ExpressionBuilder.unquote(what), Tokens.span(what))
                : expressions.identifier(what);
        return new Statement.Describe(name, quoted, span(context));
    }

    private Statement let(LlmqParser.LetContext context) {
        Span span = span(context);
        LlmqParser.BodyContext body = context.body();
        Source view = sources.view(body);
        if (context.FUNCTION() != null) {
            if (view != null) {
                throw Diagnostic.at(ErrorCode.E001, text, span(body), "a function gives a value, and this is rows",
                        "a view has no parameters: let NAME = SOURCE where P").toException();
            }
            List<Identifier> parameters = new ArrayList<>();
            for (TerminalNode parameter : context.NAME()) {
                parameters.add(expressions.identifier(parameter));
            }
            return new Statement.LetFunction(expressions.identifier(context.FUNCTION()), parameters,
                    expressions.build(body.expression()), span);
        }
        Identifier name = expressions.identifier(context.NAME(0));
        return view != null ? new Statement.LetView(name, view, span)
                : new Statement.LetMeasure(name, expressions.build(body.expression()), span);
    }

    private Statement param(LlmqParser.ParamContext context) {
        return new Statement.Param(expressions.identifier(context.NAME()), expressions.build(context.expression()),
                span(context));
    }

    private Statement load(LlmqParser.LoadContext context) {
        List<ColumnMapping> mappings = new ArrayList<>();
        for (LlmqParser.MappingContext mapping : context.mapping()) {
            Token column = mapping.column;
            boolean quoted = column.getType() == LlmqParser.STRING;
            mappings.add(new ColumnMapping(expressions.identifier(mapping.NAME(0)),
                    quoted ? ExpressionBuilder.unquote(column) : expressions.identifier(column).name(),
                    mapping.columnUnit() == null ? null : mapping.columnUnit().getText(), span(mapping)));
        }
        return new Statement.Load(file(context.file()), span(context.file()), expressions.identifier(context.NAME()),
                mappings, span(context));
    }

    private Statement save(LlmqParser.SaveContext context) {
        return new Statement.Save(sources.build(context.source()), file(context.file()), span(context.file()),
                span(context));
    }

    private static String file(LlmqParser.FileContext context) {
        return ExpressionBuilder.unquote(context.getStart());
    }

    private Statement assume(LlmqParser.AssumeContext context) {
        return new Statement.Assume(expressions.identifier(context.NAME()), expressions.model(context.model()),
                expressions.build(context.expression()), span(context));
    }

    private Statement assertion(LlmqParser.AssertionContext context) {
        return new Statement.Assert(expressions.build(context.expression()),
                context.WHY() == null ? null : ExpressionBuilder.unquote(context.WHY().getSymbol()), span(context));
    }

    private Statement require(LlmqParser.RequireContext context) {
        Token version = context.VERSION().getSymbol();
        return new Statement.Require(version.getText(), Tokens.span(version), span(context));
    }

    private static Span span(ParserRuleContext context) {
        return ExpressionBuilder.span(context);
    }
}
