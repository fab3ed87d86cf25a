package llmq.syntax;

import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** Whether a clause that a statement takes once is there before: what {@link Clauses}, {@link FitBuilder} and
 * {@link PlotBuilder} refuse. */
final class Repetition {
    private Repetition() {
    }

    /** @param context of the clause @param from offset at which its first word stands */
    static boolean isOne(ParserRuleContext context, int from) {
        int kind = context == null || context.getStart() == null || context.getStart().getStartIndex() != from ? -1
                : kind(context.getRuleIndex());
        LlmqParser.PlottingContext plot = plot(context);
        if (plot != null) {
            return isOfPlot(plot, context);
        }
        if (kind < 0) {
            return isOption(context);
        }
        ParserRuleContext statement = context.getParent();
        while (isGroup(statement)) {
            statement = statement.getParent();
        }
        return count(statement, kind) > 1;
    }

    /** The picture whose clause, or part of one, this is; {@code null} where it is none. */
    private static LlmqParser.PlottingContext plot(ParserRuleContext context) {
        boolean part = context instanceof LlmqParser.AxisContext || context instanceof LlmqParser.OverlayContext
                || context instanceof LlmqParser.TopContext && context.getParent() instanceof LlmqParser.LabelsContext;
        boolean clause = context instanceof LlmqParser.BinsContext || context instanceof LlmqParser.ColorByContext
                || context instanceof LlmqParser.SizeByContext
                || context instanceof LlmqParser.LabelsContext || context instanceof LlmqParser.ScalesContext
                || context instanceof LlmqParser.TitledContext || context instanceof LlmqParser.ToFileContext;
        return part ? (LlmqParser.PlottingContext) context.getParent().getParent()
                : clause ? (LlmqParser.PlottingContext) context.getParent() : null;
    }

    private static boolean isOfPlot(LlmqParser.PlottingContext plot, ParserRuleContext context) {
        if (context instanceof LlmqParser.LabelsContext || context.getParent() instanceof LlmqParser.LabelsContext) {
            return isLabelled(plot, context);
        }
        boolean part = context instanceof LlmqParser.AxisContext || context instanceof LlmqParser.OverlayContext;
        int first = context.getStart().getType();
        int axes = 0;
        int same = 0;
        for (ParseTree child : plot.children) {
            if (child instanceof LlmqParser.ScalesContext scales) {
                // The last may be one that is not there yet.
                axes += startingSo(LlmqParser.X, scales.axis()) + startingSo(LlmqParser.Y, scales.axis());
                same += part ? startingSo(first, scales.axis()) : 0;
            } else if (child instanceof LlmqParser.OverlaysContext overlays) {
                same += part && first != LlmqParser.NAME ? startingSo(first, overlays.overlay()) : 0;
            } else if (child instanceof ParserRuleContext clause) {
                same += clause.getRuleIndex() == context.getRuleIndex() ? 1 : 0;
            }
        }
        return context instanceof LlmqParser.ScalesContext ? axes > 1 : same > 1;
    }

    private static int startingSo(int first, List<? extends ParserRuleContext> parts) {
        int count = 0;
        for (ParserRuleContext part : parts) {
            count += part.getStart().getType() == first ? 1 : 0;
        }
        return count;
    }

    /** {@code label by} and {@code label top} may stand once each. */
    private static boolean isLabelled(LlmqParser.PlottingContext plot, ParserRuleContext context) {
        boolean alone = context.getChildCount() == 1 && context instanceof LlmqParser.LabelsContext;
        int count = 0;
        for (LlmqParser.LabelsContext labels : plot.labels()) {
            count += alone || context instanceof LlmqParser.TopContext == (labels.top() != null) ? 1 : 0;
        }
        return count > (alone ? 2 : 1);
    }

    private static int count(ParserRuleContext parent, int kind) {
        int count = 0;
        for (ParseTree child : parent.children) {
            if (child instanceof ParserRuleContext clause) {
                count += isGroup(clause) ? count(clause, kind) : kind(clause.getRuleIndex()) == kind ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean isGroup(ParserRuleContext context) {
        int rule = context.getRuleIndex();
        return rule == LlmqParser.RULE_rankClause || rule == LlmqParser.RULE_summaryClause;
    }

    private static int kind(int rule) {
        return switch (rule) {
            case LlmqParser.RULE_where, LlmqParser.RULE_by, LlmqParser.RULE_sort, LlmqParser.RULE_top,
                    LlmqParser.RULE_show, LlmqParser.RULE_forSource, LlmqParser.RULE_method, LlmqParser.RULE_naming,
                    LlmqParser.RULE_changes, LlmqParser.RULE_usingFit, LlmqParser.RULE_intervals,
                    LlmqParser.RULE_dominated -> rule;
            case LlmqParser.RULE_perKeys, LlmqParser.RULE_perItems -> LlmqParser.RULE_perKeys;
            default -> -1;
        };
    }

    /** An option of a fit that is given already. */
    private static boolean isOption(ParserRuleContext context) {
        if (context == null || context.getRuleIndex() != LlmqParser.RULE_fitOption || context.getChildCount() > 1) {
            return false;
        }
        int first = context.getStart().getType();
        if (first == LlmqParser.LEAVE) {
            // Of these there are two.
            return false;
        }
        int count = 0;
        for (ParseTree clause : context.getParent().getParent().children) {
            if (clause instanceof LlmqParser.FitOptionsContext options) {
                for (LlmqParser.FitOptionContext option : options.fitOption()) {
                    count += option.getStart().getType() == first ? 1 : 0;
                }
            }
        }
        return count > 1;
    }
}
