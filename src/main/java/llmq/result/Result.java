package llmq.result;

import java.util.List;
import llmq.table.Table;

/**
 * What a statement gives, before any text is made of it.
 *
 * @param title      one line that says what it is, or {@code null}
 * @param table      the rows, with more columns than are shown where later statements may ask for them
 * @param considered how many rows the question was asked of; {@code leftOut} counts among them
 */
public record Result(Layout layout, String title, Table table, List<Shown> shown, List<Note> notes,
        List<LeftOut> leftOut, long considered, Wanted wanted) {
    public Result {
        shown = List.copyOf(shown);
        notes = List.copyOf(notes);
        leftOut = List.copyOf(leftOut);
    }

    public Result with(List<Note> newNotes) {
        return new Result(layout, title, table, shown, newNotes, leftOut, considered, wanted);
    }
}
