package llmq.session;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import llmq.catalog.FieldInfo;
import llmq.check.Checked;
import llmq.check.Namespace;
import llmq.check.Query;
import llmq.engine.Relation;
import llmq.plan.Columns;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.plot.Caption;
import llmq.plot.Pictures;
import llmq.result.LeftOut;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.syntax.Formatter;
import llmq.syntax.tree.Statement;
import llmq.table.Field;
import llmq.value.Type;

/** What stands beneath a picture. */
final class PlotCaption {
    private final Session session;

    PlotCaption(Session session) {
        this.session = session;
    }

    /**
     * What was asked, of how many rows and of which catalog, and how what is drawn is defined.
     *
     * @param query    that gave the rows: the picture's, or that of its first groups
     * @param relation as it was run
     */
    Caption of(Checked.Plot plot, Query query, Result rows, Pictures.Drawn drawn, long gathered,
            Relation relation) {
        long left = left(query.plan(), rows, relation);
        String counted = PlotWords.counted(plot.spec(), drawn, rows.table().rows() - drawn.unplaced(), left, gathered);
        Set<Field> used = used(plot.query());
        boolean catalog = isOfCatalog(plot.query().plan()) || !catalogFields(used).isEmpty();
        List<String> definitions = new ArrayList<>();
        for (FieldInfo field : catalogFields(used)) {
            // Scores have a rule each, which their notes and pages tell.
            if (field.isByRule() && field.field().scale() == null && field.field().type() == Type.NUMBER) {
                definitions.add(field.field().name() + ": " + field.origin());
            }
        }
        return new Caption(Formatter.statement(unfiled(plot.written())),
                counted + (catalog ? " · catalog " + session.catalog().version() : ""), definitions);
    }

    /** Rows without what is drawn; of those that a stage before has cut or gathered, the ones that came through. */
    private static long left(Plan plan, Result rows, Relation relation) {
        Plan own = plan;
        while (own instanceof Plan.Extend || own instanceof Plan.Order) {
            own = own.inputs().get(0);
        }
        if (own instanceof Plan.Filter && isCut(own.inputs().get(0))) {
            Plan before = own.inputs().get(0);
            while (before instanceof Plan.Extend) {
                before = before.inputs().get(0);
            }
            long came = relation.rows(before);
            return came < 0 ? 0 : came - relation.rows(own);
        }
        long left = 0;
        for (LeftOut part : rows.leftOut()) {
            left += part.rows();
        }
        return left;
    }

    /** Whether rows are others than those of tables. */
    private static boolean isCut(Plan plan) {
        boolean alike = plan instanceof Plan.Filter || plan instanceof Plan.Extend || plan instanceof Plan.Window
                || plan instanceof Plan.Order order && order.limit() < 0 && !order.ranked();
        return alike ? isCut(plan.inputs().get(0)) : !(plan instanceof Plan.Scan || plan instanceof Plan.Union);
    }

    /** Without the file, whose name is no part of what is drawn. */
    private static Statement unfiled(Statement written) {
        if (written instanceof Statement.Pipe pipe) {
            List<Statement> stages = new ArrayList<>(pipe.stages());
            stages.set(stages.size() - 1, unfiled(stages.get(stages.size() - 1)));
            return new Statement.Pipe(stages, pipe.span());
        }
        return written instanceof Statement.Plot plot ? plot.onScreen() : written;
    }

    /** Whether it takes rows of llmq's own tables. */
    private boolean isOfCatalog(Plan plan) {
        boolean own = plan instanceof Plan.Scan scan
                && session.names().find(scan.source()) instanceof Namespace.Data data && data.builtIn();
        for (Plan input : plan.inputs()) {
            own |= isOfCatalog(input);
        }
        return own;
    }

    /** Those of the catalog among fields; a column of a file that has such a name is another. */
    private List<FieldInfo> catalogFields(Set<Field> used) {
        List<FieldInfo> found = new ArrayList<>();
        for (FieldInfo field : session.catalog().fields()) {
            for (Field one : used) {
                if (one.name().equals(field.field().name()) && one.summary().equals(field.field().summary())) {
                    found.add(field);
                    break;
                }
            }
        }
        return found;
    }

    /** What is drawn, and what that is computed of. */
    private static Set<Field> used(Query query) {
        Set<Field> used = new LinkedHashSet<>();
        addUsed(query.plan(), used);
        for (Shown column : query.shown()) {
            used.add(query.plan().schema().field(column.column()));
        }
        return used;
    }

    private static void addUsed(Plan plan, Set<Field> used) {
        if (plan instanceof Plan.Extend extend) {
            for (Plan.Named named : extend.columns()) {
                for (Expression.Column column : Columns.used(named.value())) {
                    used.add(column.field());
                }
            }
        }
        for (Plan input : plan.inputs()) {
            addUsed(input, used);
        }
    }
}
