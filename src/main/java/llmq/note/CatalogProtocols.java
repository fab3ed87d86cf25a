package llmq.note;

import java.util.ArrayList;
import java.util.List;
import llmq.catalog.Catalog;
import llmq.catalog.Protocol;
import llmq.table.Column;
import llmq.table.NumberColumn;
import llmq.table.Table;
import llmq.table.TextColumn;

/**
 * How the scores of the catalog's models were measured. A row is a model's where its {@code id} is, and its score the
 * catalog's where it is the same: a loaded file may have both names and scores of its own.
 */
record CatalogProtocols(Catalog catalog) implements Protocols {

    /** Rows beyond these are not read by anyone, and not looked up. */
    private static final int MOST_ROWS = 1000;

    @Override
    public Protocol protocol(Table result, int row, String benchmark) {
        int id = result.schema().find("id");
        int score = result.schema().find(benchmark);
        Table models = catalog.models();
        int field = models.schema().find(benchmark);
        if (id < 0 || score < 0 || field < 0 || !(result.column(id) instanceof TextColumn ids)) {
            return null;
        }
        int model = find(models.texts("id"), ids.value(row));
        return model >= 0 && isSame(result.column(score), row, models.column(field), model)
                ? catalog.protocol(model, benchmark) : null;
    }

    @Override
    public List<Integer> unconfirmed(Table result, String benchmark) {
        int id = result.schema().find("id");
        int score = result.schema().find(benchmark);
        List<Integer> models = id < 0 || score < 0 ? List.of() : catalog.unconfirmed(benchmark);
        if (models.isEmpty() || !(result.column(id) instanceof TextColumn ids)) {
            return List.of();
        }
        Column known = catalog.models().column(catalog.models().schema().find(benchmark));
        TextColumn names = catalog.models().texts("id");
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < Math.min(result.rows(), MOST_ROWS); row++) {
            for (int model : models) {
                if (isSame(result.column(score), row, known, model) && names.value(model).equals(ids.value(row))) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static int find(TextColumn ids, String id) {
        for (int row = 0; row < ids.size(); row++) {
            if (ids.value(row).equals(id)) {
                return row;
            }
        }
        return -1;
    }

    private static boolean isSame(Column shown, int row, Column known, int model) {
        return shown instanceof NumberColumn a && known instanceof NumberColumn b
                && a.values()[row] == b.values()[model];
    }
}
