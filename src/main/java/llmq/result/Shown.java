package llmq.result;

import llmq.value.NumberForm;
import llmq.value.ScaledUnit;

/**
 * A column of a result that a reader sees.
 *
 * @param column  position in the result's table
 * @param title   its heading, and its key in JSON
 * @param display the unit asked for with {@code in}; {@code null} where the printer chooses a prefix
 * @param need    when it goes if there is no room for all: the greatest first, 0 never
 * @param reader  who sees it
 * @param form    how its numbers are written for people
 * @param gaps    whether nothing is to be known where it is unknown, so that people see nothing there
 */
public record Shown(int column, String title, ScaledUnit display, int need, Reader reader, NumberForm form,
        boolean gaps) {

    /** The need of a column that was asked for by name, or was used in the question; of no other it is as small. */
    public static final int ASKED = 10;

    /** The need of a column without which the rows say nothing: what they are ordered or grouped by. */
    public static final int KEY = 5;

    public enum Reader { ALL, PEOPLE, MACHINES }

    public Shown(int column, String title, ScaledUnit display, int need, Reader reader) {
        this(column, title, display, need, reader, NumberForm.SCALED, false);
    }

    public static Shown of(int column, String title, int need) {
        return new Shown(column, title, null, need, Reader.ALL);
    }

    public Shown to(Reader newReader) {
        return new Shown(column, title, display, need, newReader, form, gaps);
    }

    public Shown as(NumberForm newForm) {
        return new Shown(column, title, display, need, reader, newForm, gaps);
    }

    /** The same, of another column. */
    public Shown at(int newColumn) {
        return new Shown(newColumn, title, display, need, reader, form, gaps);
    }

    public Shown withGaps() {
        return new Shown(column, title, display, need, reader, form, true);
    }
}
