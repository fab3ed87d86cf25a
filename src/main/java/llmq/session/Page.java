package llmq.session;

import java.util.ArrayList;
import java.util.List;
import llmq.result.Layout;
import llmq.result.Note;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.result.Wanted;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.Schema;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.Type;

/** Collects lines of text into a result: a page of properties, or a table of texts. */
public final class Page {
    private final List<String> titles;
    private final List<List<String>> cells = new ArrayList<>();

    private Page(String... titles) {
        this.titles = List.of(titles);
        for (int i = 0; i < titles.length; i++) {
            cells.add(new ArrayList<>());
        }
    }

    /** A page of properties and what they are. */
    public static Page of() {
        return new Page("property", "value");
    }

    /** A page with columns of these titles. */
    public static Page table(String... titles) {
        return new Page(titles);
    }

    /** Adds a line; a cell may be {@code null} where there is nothing to say. */
    public Page add(String... line) {
        for (int i = 0; i < titles.size(); i++) {
            cells.get(i).add(line[i]);
        }
        return this;
    }

    /** Adds a line where there is something to say. */
    public Page addKnown(String property, String value) {
        return value == null || value.isEmpty() ? this : add(property, value);
    }

    public boolean isEmpty() {
        return cells.get(0).isEmpty();
    }

    /** The lines as a page of properties, each with what it is beside it. */
    public Result page(String title, Note... notes) {
        return result(Layout.PAGE, title, null, List.of(notes));
    }

    /** The page as a table whose rows are known by the first column. */
    public Result rows(String title, Note... notes) {
        return result(Layout.TABLE, title, titles.get(0), List.of(notes));
    }

    private Result result(Layout layout, String title, String label, List<Note> notes) {
        List<Field> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        List<Shown> shown = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            fields.add(Field.of(titles.get(i), Type.TEXT));
            String[] texts = cells.get(i).toArray(new String[0]);
            // '?' stands for what nobody published, which an empty cell of a page is not.
            for (int row = 0; row < texts.length; row++) {
                texts[row] = texts[row] == null ? "" : texts[row];
            }
            columns.add(TextColumn.of(texts));
            // What a line is about and what is said of it stay, however narrow the window.
            shown.add(Shown.of(i, titles.get(i), i == 0 || i == titles.size() - 1 ? 0 : Shown.ASKED + i));
        }
        int rows = cells.get(0).size();
        return new Result(layout, title, new Table(new Schema(fields), columns, rows, label), shown, notes,
                List.of(), rows, Wanted.ALL);
    }
}
