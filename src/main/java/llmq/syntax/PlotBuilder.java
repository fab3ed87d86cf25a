package llmq.syntax;

import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.SourceText;
import llmq.diagnostic.Span;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.Identifier;
import llmq.syntax.tree.Limit;
import llmq.syntax.tree.Statement;
import llmq.syntax.tree.Statement.Overlay;
import llmq.syntax.tree.Statement.PlotScale;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/** Parse tree to tree, for pictures, whose clauses may stand in any order. */
final class PlotBuilder {
    private static final String ONE = "take one of them out";

    private final SourceText text;
    private final ExpressionBuilder expressions;
    private final Clauses clauses;
    private final List<PlotScale> scales = new ArrayList<>();
    private final List<Overlay> overlays = new ArrayList<>();
    private Expr color;
    private Expr size;
    private Expr label;
    private Limit labels;
    private Limit bins;
    private String title;
    private String file;
    private Span fileSpan;

    PlotBuilder(SourceText text, SourceBuilder sources) {
        this.text = text;
        this.expressions = sources.expressions();
        this.clauses = new Clauses(text, sources);
    }

    Statement plot(LlmqParser.PlottingContext context) {
        for (ParseTree child : context.children) {
            if (child instanceof ParserRuleContext clause) {
                clause(clause);
            }
        }
        clauses.gather(context);
        List<LlmqParser.ExpressionContext> values = context.expression();
        Identifier fit = context.fitName() == null ? null : expressions.identifier(context.fitName().getStart());
        return new Statement.Plot(values.isEmpty() ? null : expressions.build(values.get(0)),
                values.size() < 2 ? null : expressions.build(values.get(1)), fit, clauses.source(), clauses.where(),
                clauses.perKeys(), clauses.top(), inOrder(), bins, color, size, label, labels, overlays,
                title == null || title.isBlank() ? null : title, file, fileSpan, ExpressionBuilder.span(context));
    }

    private void clause(ParserRuleContext context) {
        switch (context.getRuleIndex()) {
            case LlmqParser.RULE_scales -> scales((LlmqParser.ScalesContext) context);
            case LlmqParser.RULE_bins -> {
                once(bins, context, "bins", ONE);
                bins = clauses.limit(context.getStop());
            }
            case LlmqParser.RULE_colorBy -> {
                once(color, context, "color", ONE);
                color = expressions.build(((LlmqParser.ColorByContext) context).expression());
            }
            case LlmqParser.RULE_sizeBy -> {
                once(size, context, "size", ONE);
                size = expressions.build(((LlmqParser.SizeByContext) context).expression());
            }
            case LlmqParser.RULE_labels -> labels((LlmqParser.LabelsContext) context);
            case LlmqParser.RULE_overlays -> overlays((LlmqParser.OverlaysContext) context);
            case LlmqParser.RULE_titled -> {
                once(title, context, "titled", ONE);
                title = ExpressionBuilder.unquote(context.getStop());
            }
            case LlmqParser.RULE_toFile -> {
                once(file, context, "to", ONE);
                file = ExpressionBuilder.unquote(context.getStop());
                fileSpan = Tokens.span(context.getStop());
            }
            default -> { }
        }
    }

    private void scales(LlmqParser.ScalesContext context) {
        for (LlmqParser.AxisContext axis : context.axis()) {
            boolean vertical = axis.Y() != null;
            for (PlotScale other : scales) {
                if (other.vertical() == vertical) {
                    throw twice(Tokens.span(axis.getStart()), "the scale of " + (vertical ? "y" : "x"), ONE);
                }
            }
            Span span = Tokens.span(axis.getStart());
            boolean first = axis == context.axis(0);
            scales.add(new PlotScale(context.LOG() != null, vertical,
                    first ? Tokens.span(context.getStart()).to(span) : span));
        }
    }

    /** That of x first. */
    private List<PlotScale> inOrder() {
        boolean turned = scales.size() == 2 && scales.get(0).vertical();
        return turned ? List.of(scales.get(1), scales.get(0)) : scales;
    }

    private void labels(LlmqParser.LabelsContext context) {
        if (context.top() != null) {
            once(labels, context, "label top", ONE);
            labels = clauses.limit(context.top());
        } else {
            once(label, context, "label by", ONE);
            label = expressions.build(context.expression());
        }
    }

    private void overlays(LlmqParser.OverlaysContext context) {
        for (LlmqParser.OverlayContext written : context.overlay()) {
            Overlay overlay = overlay(written);
            for (Overlay other : overlays) {
                boolean same = other.kind() == overlay.kind() && (overlay.fit() == null
                        || other.fit().name().equalsIgnoreCase(overlay.fit().name()));
                if (same) {
                    throw twice(overlay.span(), SyntaxError.quote(written.getStart()), ONE);
                }
            }
            overlays.add(overlay);
        }
    }

    private Overlay overlay(LlmqParser.OverlayContext context) {
        Token word = context.getStart();
        Span span = Tokens.span(word);
        return switch (word.getType()) {
            case LlmqParser.STEPS -> new Overlay(Overlay.Kind.FRONTIER, null, span);
            case LlmqParser.BAND -> new Overlay(Overlay.Kind.BAND, null, span);
            case LlmqParser.INTERVAL -> new Overlay(Overlay.Kind.INTERVAL, null, span);
            default -> new Overlay(Overlay.Kind.FIT, expressions.identifier(word), span);
        };
    }

    private void once(Object known, ParserRuleContext clause, String word, String help) {
        if (known != null) {
            throw twice(Tokens.span(clause.getStart()), "the clause '" + word + "'", help);
        }
    }

    private RuntimeException twice(Span span, String what, String help) {
        return Diagnostic.at(ErrorCode.E007, text, span, what + " is given twice", help).toException();
    }
}
