package llmq.figure;

import java.util.ArrayList;
import java.util.List;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.text.SafeText;
import llmq.table.CellText;
import llmq.table.NumberColumn;
import llmq.table.Table;
import llmq.table.TextColumn;

/** What there is to say of the rows of a result, in words. */
final class RowWords {
    private final Table table;
    private final List<Shown> shown = new ArrayList<>();
    private final int name;

    RowWords(Result result) {
        table = result.table();
        for (Shown column : result.shown()) {
            if (column.reader() != Shown.Reader.MACHINES) {
                shown.add(column);
            }
        }
        int label = table.label() == null ? -1 : table.schema().find(table.label());
        if (label >= 0 && shown.stream().noneMatch(column -> column.column() == label)) {
            shown.add(0, Shown.of(label, table.label(), 0));
        }
        name = label >= 0 ? seen(label) : firstText();
    }

    private int seen(int column) {
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).column() == column) {
                return i;
            }
        }
        return -1;
    }

    private int firstText() {
        for (int i = 0; i < shown.size(); i++) {
            if (table.column(shown.get(i).column()) instanceof TextColumn) {
                return i;
            }
        }
        return -1;
    }

    /** Which of the columns that are seen names the rows; −1 where none does. */
    int name() {
        return name;
    }

    int rows() {
        return table.rows();
    }

    List<String> titles() {
        return shown.stream().map(Shown::title).toList();
    }

    boolean isNumber(int index) {
        return table.column(shown.get(index).column()) instanceof NumberColumn;
    }

    /** A cell with its unit, as a reader sees it. */
    String cell(int row, int index) {
        Shown column = shown.get(index);
        return SafeText.of(CellText.of(table.schema().field(column.column()), table.column(column.column()), row,
                column.display()));
    }

    /** {@code Llama 3 70B: flops 6.3·10²⁴ FLOP, mmlu 79.5%}. */
    String of(int row) {
        StringBuilder text = new StringBuilder();
        if (name >= 0) {
            text.append(cell(row, name)).append(": ");
        }
        boolean any = false;
        for (int i = 0; i < shown.size(); i++) {
            if (i != name) {
                text.append(any ? ", " : "").append(shown.get(i).title()).append(' ').append(cell(row, i));
                any = true;
            }
        }
        return text.toString();
    }
}
