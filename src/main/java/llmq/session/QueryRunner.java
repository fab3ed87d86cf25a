package llmq.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import llmq.catalog.Catalog;
import llmq.check.Query;
import llmq.engine.Omission;
import llmq.engine.Relation;
import llmq.fit.TestWords;
import llmq.plan.Columns;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.result.Layout;
import llmq.result.LeftOut;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.result.Wanted;
import llmq.stats.Accuracy;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Table;
import llmq.value.ScaledUnit;
import llmq.value.Unit;

/** Runs checked queries and says what was left out. */
final class QueryRunner {
    private final Session session;
    private final Workspace workspace;

    QueryRunner(Session session, Workspace workspace) {
        this.session = session;
        this.workspace = workspace;
    }

    /** With its notes. */
    Result result(Query query) {
        Result bare = rows(query);
        return bare.with(new Remarks(session, workspace).on(query, bare));
    }

    /** Without notes, for what no person reads. */
    Result rows(Query query) {
        return result(query, run(query));
    }

    /** What a query gave, without notes. */
    Result result(Query query, Relation relation) {
        List<Shown> shown = query.onlyKnown() ? known(query.shown(), relation) : query.shown();
        Result result = new Result(query.layout(), null, relation.table(), shown, List.of(),
                leftOut(relation, query.plan()), relation.considered(), query.wanted());
        return query.tested() != null ? result.saying(null, accuracy(query.tested(), relation.table()))
                : query.said().isEmpty() ? result : result.saying(null, query.said());
    }

    private static List<String> accuracy(Query.Tested tested, Table table) {
        Accuracy accuracy = Accuracy.of(numbers(table, tested.actual()), numbers(table, tested.predicted()),
                numbers(table, tested.low()), numbers(table, tested.high()));
        return TestWords.lines(accuracy, table.schema().field(tested.predicted()).unit());
    }

    private static double[] numbers(Table table, int column) {
        return ((NumberColumn) table.column(column)).values();
    }

    Relation run(Query query) {
        return workspace.engine().run(query.plan(), session.tables(), workspace.cancel());
    }

    private static List<Shown> known(List<Shown> shown, Relation relation) {
        List<Shown> kept = new ArrayList<>();
        for (Shown candidate : shown) {
            Column column = relation.table().column(candidate.column());
            boolean any = false;
            for (int row = 0; row < column.size(); row++) {
                any |= column.isKnown(row);
            }
            if (any) {
                kept.add(candidate);
            }
        }
        return kept;
    }

    /** One row with the value of an expression over no rows. */
    Relation single(Expression value, String title) {
        return workspace.engine().evaluate(field(value, title), value, session.tables(), workspace.cancel());
    }

    static Field field(Expression value, String title) {
        return new Field(title, value.type(), value.unit().isBare() ? Unit.NONE : value.unit(), "", null);
    }

    Result value(Expression value, String title, ScaledUnit display) {
        Relation relation = single(value, title);
        List<Shown> shown = List.of(new Shown(0, title, display, 0, Shown.Reader.ALL));
        Result bare = new Result(Layout.SCALAR, null, relation.table(), shown, List.of(), leftOut(relation, null),
                relation.considered(), Wanted.ALL);
        return bare.with(new Remarks(session, workspace).onValue(value, bare));
    }

    /** @param plan that was run, {@code null} where there was none */
    static List<LeftOut> leftOut(Relation relation, Plan plan) {
        Map<String, Long> rows = new LinkedHashMap<>();
        for (Omission omission : relation.omissions()) {
            String reason = reason(omission, plan);
            Long before = rows.get(reason);
            // Why one value is unknown is said as well, but that value is no row.
            long count = omission.cause() == Omission.Cause.VALUE ? 0 : omission.rows();
            rows.put(reason, before == null ? count : before + count);
        }
        List<LeftOut> leftOut = new ArrayList<>();
        for (Map.Entry<String, Long> entry : rows.entrySet()) {
            leftOut.add(new LeftOut(entry.getValue(), entry.getKey()));
        }
        return leftOut;
    }

    private static String reason(Omission omission, Plan plan) {
        if (omission.field() != null) {
            String name = omission.why() != null ? omission.field().name() : origin(omission.field(), plan).name();
            return (omission.of() == null ? name : name + " of " + omission.of()) + " "
                    + (omission.why() != null ? omission.why() : Catalog.unknownReason(name));
        }
        if (omission.of() == null && omission.cause() == Omission.Cause.VALUE) {
            return "not defined, as a division by zero or the average of no rows";
        }
        return omission.of() == null ? "a value not defined" : "a value of " + omission.of() + " not known";
    }

    /** The one field that a window's value follows from, as a reader knows that one; any other field is its own. */
    private static Field origin(Field field, Plan plan) {
        if (plan instanceof Plan.Window window) {
            for (Plan.WindowCall call : window.calls()) {
                List<Expression.Column> used = Columns.used(call.arguments().get(0));
                if (call.field().equals(field) && used.size() == 1) {
                    return used.get(0).field();
                }
            }
        }
        Field origin = field;
        for (Plan input : plan == null ? List.<Plan>of() : plan.inputs()) {
            origin = origin(origin, input);
        }
        return origin;
    }
}
