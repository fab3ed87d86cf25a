package llmq.note;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import llmq.plan.Columns;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.result.Note;
import llmq.result.NoteKind;
import llmq.result.Shown;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.Status;

/**
 * Figures put in with {@code assume} were used: they, or what was computed from them, stand in a shown cell, in a key
 * or a group, or decided whether a row met the condition.
 */
final class AssumedRule implements NoteRule {
    private static final int MOST = 3;

    @Override
    public void look(Asked asked, Ranked ranked, List<Note> notes) {
        List<AssumedFigure> figures = asked.facts().assumed();
        if (figures.isEmpty()) {
            return;
        }
        Set<String> rows = new LinkedHashSet<>();
        boolean unnamed = addShown(asked, rows);
        for (Expression value : asked.values()) {
            addInside(asked, value, unnamed, rows);
        }
        for (Plan node : PlanWalk.nodes(asked)) {
            if (!asked.isManyRows()) {
                unnamed |= node instanceof Plan.Filter filter ? addFiltered(asked.facts(), filter, rows)
                        : addUsed(asked.facts(), node, rows);
            }
            for (Expression expression : PlanWalk.expressions(node)) {
                addInside(asked, expression, unnamed, rows);
            }
        }
        List<String> used = new ArrayList<>();
        for (AssumedFigure figure : figures) {
            if (unnamed && rows.isEmpty() || rows.contains(figure.row())) {
                used.add(figure.field() + " of " + figure.row());
            }
        }
        if (!used.isEmpty()) {
            notes.add(new Note(NoteKind.ASSUMED, "rests on assumed figures: " + Words.list(used, MOST)));
        }
    }

    private static boolean addShown(Asked asked, Set<String> rows) {
        Table table = asked.result().table();
        boolean unnamed = false;
        for (Shown shown : asked.result().shown()) {
            unnamed |= addRows(table, shown.column(), rows);
        }
        return unnamed;
    }

    /**
     * Values of other rows inside an expression. {@code tokens of "Mixtral 8x7B"} uses an assumption of tokens;
     * whether {@code flops} of it does shows only in the status of the whole.
     */
    private static void addInside(Asked asked, Expression expression, boolean assumed, Set<String> rows) {
        if (expression instanceof Expression.OfRows of && !asked.isManyRows()) {
            addColumns(asked.facts(), of.rows(), of.arguments(), rows);
        } else if (expression instanceof Expression.OfRow of) {
            for (AssumedFigure figure : asked.facts().assumed()) {
                for (Expression.Column column : Columns.used(of.value())) {
                    if (figure.row().equals(of.name())
                            && (assumed || column.field().name().equalsIgnoreCase(figure.field()))) {
                        rows.add(figure.row());
                    }
                }
            }
        }
        for (Expression part : PlanWalk.parts(expression)) {
            addInside(asked, part, assumed, rows);
        }
    }

    /** A condition's part matters for the rows that meet the other parts. */
    private static boolean addFiltered(Facts facts, Plan.Filter filter, Set<String> rows) {
        List<Expression> parts = PlanWalk.conjuncts(filter.condition());
        boolean unnamed = false;
        for (Expression part : parts) {
            List<Expression> others = new ArrayList<>();
            for (Expression other : parts) {
                if (other != part) {
                    others.add(other);
                }
            }
            Expression rest = PlanWalk.all(others);
            Plan plan = rest == null ? filter.input() : new Plan.Filter(filter.input(), rest);
            unnamed |= addColumns(facts, plan, List.of(part), rows);
        }
        return unnamed;
    }

    private static boolean addUsed(Facts facts, Plan node, Set<String> rows) {
        boolean decides = node instanceof Plan.Order || node instanceof Plan.Aggregate
                || node instanceof Plan.Frontier || node instanceof Plan.Window || node instanceof Plan.Fit;
        return decides && addColumns(facts, node.inputs().get(0), PlanWalk.expressions(node), rows);
    }

    private static boolean addColumns(Facts facts, Plan plan, List<Expression> expressions, Set<String> rows) {
        Set<Integer> columns = new LinkedHashSet<>();
        for (Expression expression : expressions) {
            for (Expression.Column column : Columns.used(expression)) {
                columns.add(column.index());
            }
        }
        if (columns.isEmpty()) {
            return false;
        }
        Table table = facts.rows(plan);
        boolean unnamed = false;
        for (int column : columns) {
            unnamed |= addRows(table, column, rows);
        }
        return unnamed;
    }

    /** Adds the labels of the rows where the column is assumed. @return whether one of them has no label */
    private static boolean addRows(Table table, int column, Set<String> rows) {
        if (!table.column(column).hasStatuses()) {
            return false;
        }
        int label = table.label() == null ? -1 : table.schema().find(table.label());
        boolean unnamed = false;
        for (int row = 0; row < table.rows(); row++) {
            if (table.column(column).isKnown(row) && table.column(column).status(row) == Status.ASSUMED) {
                String name = label >= 0 && table.column(label) instanceof TextColumn texts ? texts.value(row) : null;
                if (name == null) {
                    unnamed = true;
                } else {
                    rows.add(name);
                }
            }
        }
        return unnamed;
    }
}
