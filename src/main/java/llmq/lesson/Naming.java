package llmq.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.table.Table;

/** What the rows of a result are told apart by. */
final class Naming {
    private Naming() {
    }

    /** The columns that tell rows apart; {@code null} where none do. */
    static List<Integer> columns(Result result) {
        Table table = result.table();
        if (table.label() == null) {
            return null;
        }
        List<Integer> names = new ArrayList<>(List.of(table.schema().find(table.label())));
        if (isUnique(table, names)) {
            return names;
        }
        for (Shown shown : result.shown()) {
            if (shown.need() == Shown.STAYS && !names.contains(shown.column()) && !shown.title().equals("rank")) {
                names.add(shown.column());
            }
        }
        return isUnique(table, names) ? names : null;
    }

    private static boolean isUnique(Table table, List<Integer> names) {
        return rows(table, names).size() == table.rows();
    }

    /** The first row of each name. */
    static Map<String, Integer> rows(Table table, List<Integer> names) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            StringBuilder name = new StringBuilder();
            for (int column : names) {
                name.append(Cells.key(table.column(column), row)).append('\u0001');
            }
            rows.putIfAbsent(name.toString(), row);
        }
        return rows;
    }
}
