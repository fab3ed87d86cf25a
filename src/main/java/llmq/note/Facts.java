package llmq.note;

import java.util.ArrayList;
import java.util.List;
import llmq.catalog.Assumption;
import llmq.catalog.Catalog;
import llmq.engine.Cancel;
import llmq.engine.Engine;
import llmq.engine.Tables;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Schema;
import llmq.table.Table;
import llmq.value.Type;

/**
 * What the rules may ask of the rest of the program. They ask little, and only where a rule may apply.
 *
 * @param tables  that the statement's plan was run over
 * @param assumed every figure that was put in with {@code assume} so far, whether the statement used it or not
 */
public record Facts(Engine engine, Tables tables, Cancel cancel, Protocols protocols, List<AssumedFigure> assumed) {
    /** No name that a query could write. */
    private static final String HERE = " ";

    public Facts {
        assumed = List.copyOf(assumed);
    }

    /** The facts of a session over this catalog, its assumptions included. */
    public static Facts of(Catalog catalog, Engine engine, Tables tables, Cancel cancel) {
        List<AssumedFigure> assumed = new ArrayList<>();
        for (Assumption assumption : catalog.assumptions()) {
            Table models = catalog.models();
            assumed.add(new AssumedFigure(assumption.field(), models.texts(models.label()).value(assumption.row())));
        }
        return new Facts(engine, tables, cancel, new CatalogProtocols(catalog), assumed);
    }

    /** A class and no lambda, which would cost a cold start some milliseconds. */
    private record Here(Table table, Tables others) implements Tables {
        @Override
        public Table table(String source) {
            return source.equals(HERE) ? table : others.table(source);
        }
    }

    /** Runs a plan: a part of the statement's own, or that with fewer conditions. */
    Table rows(Plan plan) {
        return plan instanceof Plan.Scan scan ? tables.table(scan.source()) : engine.run(plan, tables, cancel).table();
    }

    /**
     * Numbers or dates for each row, NaN where unknown.
     *
     * @param expressions over the table's columns, by position
     */
    double[][] numbers(Table table, List<Expression> expressions) {
        Plan scan = new Plan.Scan(HERE, table.schema(), table.label());
        List<Plan.Named> named = new ArrayList<>();
        List<Field> fields = new ArrayList<>(table.schema().fields());
        for (Expression expression : expressions) {
            Field field = Field.of(HERE + named.size(), Type.NUMBER);
            named.add(new Plan.Named(field, expression));
            fields.add(field);
        }
        Plan plan = new Plan.Extend(scan, named, new Schema(fields));
        Table computed = engine.run(plan, new Here(table, tables), cancel).table();
        double[][] numbers = new double[named.size()][];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = ((NumberColumn) computed.column(table.schema().size() + i)).values();
        }
        return numbers;
    }
}
