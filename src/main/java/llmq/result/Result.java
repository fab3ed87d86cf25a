package llmq.result;

import java.util.List;
import java.util.function.Supplier;
import llmq.plot.Picture;
import llmq.table.Table;

/**
 * What a statement gives, before any text is made of it.
 *
 * @param title      one line that says what it is, or {@code null}
 * @param table      the rows, with more columns than are shown where later statements may ask for them
 * @param considered how many rows the question was asked of; {@code leftOut} counts among them
 * @param said       what the rows come to, in words, a line each: for people, beneath the rows
 * @param picture    what people see in place of the rows; {@code null} where they see those
 * @param behind     what programs get of a picture, found when it is asked for; {@code null} for the rows
 */
public record Result(Layout layout, String title, Table table, List<Shown> shown, List<Note> notes,
        List<LeftOut> leftOut, long considered, Wanted wanted, List<String> said,
        Picture picture, Supplier<Result> behind) {
    public Result {
        said = List.copyOf(said);
        shown = List.copyOf(shown);
        notes = List.copyOf(notes);
        leftOut = List.copyOf(leftOut);
    }

    /** A result that needs no words. */
    public Result(Layout layout, String title, Table table, List<Shown> shown, List<Note> notes,
            List<LeftOut> leftOut, long considered, Wanted wanted) {
        this(layout, title, table, shown, notes, leftOut, considered, wanted, List.of(), null, null);
    }

    public Result with(List<Note> newNotes) {
        return new Result(layout, title, table, shown, newNotes, leftOut, considered, wanted, said,
                picture, behind);
    }

    /** This result, of some of its rows. */
    public Result of(Table rows) {
        return new Result(layout, title, rows, shown, notes, leftOut, considered, wanted, said, picture, behind);
    }

    /** This result, with other columns for readers. */
    public Result showing(List<Shown> columns) {
        return new Result(layout, title, table, columns, notes, leftOut, considered, wanted, said, picture, behind);
    }

    /** Under a title, and with words beneath. */
    public Result saying(String newTitle, List<String> words) {
        return new Result(layout, newTitle, table, shown, notes, leftOut, considered, wanted, words,
                picture, behind);
    }

    /** Drawn. */
    public Result drawn(Picture drawn) {
        return new Result(Layout.PLOT, title, table, shown, notes, leftOut, considered, wanted, said, drawn, behind);
    }

    /** This result, with that for programs. */
    public Result behind(Supplier<Result> data) {
        return new Result(layout, title, table, shown, notes, leftOut, considered, wanted, said, picture, data);
    }

    /** What programs get. */
    public Result data() {
        return behind == null ? this : behind.get();
    }
}
