package llmq.note;

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
