package llmq.note;

import java.util.ArrayList;
import java.util.List;
import llmq.plan.Expression;
import llmq.plan.ExpressionText;
import llmq.plan.Plan;
import llmq.result.Layout;
import llmq.result.Note;
import llmq.result.NoteKind;
import llmq.table.Table;
import llmq.table.TextColumn;

/** There is no row to show: which part of the condition left none, or what else did. */
final class EmptyRule implements NoteRule {

    @Override
    public void look(Asked asked, Ranked ranked, List<Note> notes) {
        boolean empty = asked.plan() != null && asked.result().table().rows() == 0
                && asked.result().layout() != Layout.PAGE;
        if (empty) {
            notes.add(new Note(NoteKind.EMPTY, why(asked)));
        }
    }

    private static String why(Asked asked) {
        Plan.Filter filter = outermostFilter(asked.plan());
        if (asked.isManyRows()) {
            return filter == null ? "no row was left" : "no row met the condition";
        }
        Facts facts = asked.facts();
        while (filter != null && isNeed(filter) && outermostFilter(filter.input()) != null
                && facts.rows(filter.input()).rows() == 0) {
            filter = outermostFilter(filter.input());
        }
        if (filter == null) {
            return asked.result().considered() == 0 ? "there are no rows to begin with"
                    : "no row was left: what orders them is unknown in each";
        }
        if (facts.rows(filter.input()).rows() == 0) {
            return "there were no rows left to put the condition to";
        }
        if (facts.rows(filter).rows() > 0) {
            return "rows met the condition, but what orders them is unknown in each";
        }
        List<Expression> parts = PlanWalk.conjuncts(filter.condition());
        String hint = hint(parts, facts.rows(filter.input()));
        return (parts.size() == 1 ? "no row met the condition " + ExpressionText.of(parts.get(0))
                : whichPart(facts, filter, parts)) + (hint == null ? "" : "; " + hint);
    }

    /** Whether it is no condition of the user's, but leaves out what lacks a value. */
    private static boolean isNeed(Plan.Filter filter) {
        for (Expression part : PlanWalk.conjuncts(filter.condition())) {
            if (!(part instanceof Expression.Needed)) {
                return false;
            }
        }
        return true;
    }

    /** What a text was probably meant to be; {@code null} where nothing suggests itself. */
    private static String hint(List<Expression> parts, Table rows) {
        for (Expression part : parts) {
            if (part instanceof Expression.Like like && like.pattern().indexOf('%') >= 0
                    && like.pattern().indexOf('*') < 0) {
                return "in like, * stands for any text: '" + like.pattern().replace('%', '*') + "'";
            }
            boolean named = part instanceof Expression.Comparison comparison
                    && comparison.comparator() == Expression.Comparator.EQUAL
                    && comparison.left() instanceof Expression.Column column && column.index() < rows.schema().size()
                    && rows.column(column.index()) instanceof TextColumn
                    && comparison.right() instanceof Expression.TextValue text && text.value() != null;
            String other = named ? otherCase((Expression.Comparison) part, rows) : null;
            if (other != null) {
                return "there is '" + other + "', and = minds case";
            }
        }
        return null;
    }

    /** A text of the column that differs in case alone, or {@code null}. */
    private static String otherCase(Expression.Comparison comparison, Table rows) {
        String wanted = ((Expression.TextValue) comparison.right()).value();
        TextColumn column = (TextColumn) rows.column(((Expression.Column) comparison.left()).index());
        for (int row = 0; row < column.size(); row++) {
            String value = column.value(row);
            if (value != null && value.equalsIgnoreCase(wanted) && !value.equals(wanted)) {
                return value;
            }
        }
        return null;
    }

    private static String whichPart(Facts facts, Plan.Filter filter, List<Expression> parts) {
        List<String> none = new ArrayList<>();
        List<String> some = new ArrayList<>();
        for (Expression part : parts) {
            int met = facts.rows(new Plan.Filter(filter.input(), part)).rows();
            if (met == 0) {
                none.add(ExpressionText.of(part));
            } else {
                some.add(met + (met == 1 ? " has " : " have ") + ExpressionText.of(part));
            }
        }
        return none.isEmpty() ? "no row met all of the condition: " + Words.list(some, 4)
                : "no row met " + Words.list(none, 3) + ", whatever the rest of the condition";
    }

    private static Plan.Filter outermostFilter(Plan plan) {
        Plan node = plan;
        while (!(node instanceof Plan.Filter)) {
            List<Plan> inputs = node.inputs();
            if (inputs.size() != 1) {
                return null;
            }
            node = inputs.get(0);
        }
        return (Plan.Filter) node;
    }
}
