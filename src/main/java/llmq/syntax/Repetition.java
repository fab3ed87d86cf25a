package llmq.syntax;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** Whether a clause that a statement takes once is there before: what {@link Clauses} and {@link FitBuilder} refuse. */
final class Repetition {
    private Repetition() {
    }

    /** @param context of the clause @param from offset at which its first word stands */
    static boolean isOne(ParserRuleContext context, int from) {
        int kind = context == null || context.getStart() == null || context.getStart().getStartIndex() != from ? -1
                : kind(context.getRuleIndex());
        if (kind < 0) {
            return isOption(context);
        }
        ParserRuleContext statement = context.getParent();
        while (isGroup(statement)) {
            statement = statement.getParent();
        }
        return count(statement, kind) > 1;
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
