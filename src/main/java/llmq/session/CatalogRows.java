package llmq.session;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import llmq.catalog.ModelNames;
import llmq.check.RowNames;
import llmq.engine.Tables;
import llmq.table.Table;
import llmq.table.TextColumn;

/** Names of rows, looked up in the tables of a session; what was once read of a table is kept. */
final class CatalogRows implements RowNames {
    private final Tables tables;
    private final Map<String, ModelNames> read = new HashMap<>();

    CatalogRows(Tables tables) {
        this.tables = tables;
    }

    @Override
    public synchronized Match find(String source, String name) {
        Table table = tables.table(source);
        boolean named = table != null && table.label() != null && table.column(table.label()) instanceof TextColumn;
        if (!named) {
            return new Match(-1, null, false, List.of());
        }
        String key = source.toLowerCase(Locale.ROOT);
        ModelNames names = read.get(key);
        if (names == null) {
            names = ModelNames.of(table);
            read.put(key, names);
        }
        TextColumn labels = table.texts(table.label());
        ModelNames.Match match = names.find(name);
        if (match.isOne()) {
            return new Match(match.row(), labels.value(match.row()), false, List.of());
        }
        return match.isNone() ? new Match(-1, null, false, match.nearest())
                : new Match(-1, null, true, match.rows().stream().map(labels::value).toList());
    }
}
