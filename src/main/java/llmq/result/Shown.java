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

    // Why a column is there, which says how much it is needed; between two of these there is room for an order.

    /** It says which row this is, its rank, or what the result is about, and never goes. */
    public static final int STAYS = 0;
    /** Without it the rows say nothing: what they are ordered or grouped by. */
    public static final int KEY = 5;
    /** It was asked for by name, or was used in the question; of no other column the need is as small. */
    public static final int ASKED = 10;
    /** It is part of what the rows are ordered by. Before it come those that readers look for where nothing is said. */
    public static final int INGREDIENT = 40;
    /** The rows were chosen by it. */
    public static final int CONDITION = 50;
    /** There is nothing to be said for it. */
    public static final int REST = 100;

    public enum Reader { ALL, PEOPLE, MACHINES }

    public Shown(int column, String title, ScaledUnit display, int need, Reader reader) {
        this(column, title, display, need, reader, NumberForm.SCALED, false);
    }

    /** Whether the rows are ordered or grouped by it. */
    public boolean isKey() {
        return need == KEY;
    }

    /** Whether the question is about it. */
    public boolean isAsked() {
        return need <= ASKED;
    }

    /** Whether it was named, and more is not known of why it is there. */
    public boolean isNamed() {
        return need == ASKED;
    }

    /** Whether the rows were chosen by it. */
    public boolean isCondition() {
        return need == CONDITION;
    }

    /** Whether nobody asked for it, and nothing that was asked for uses it. */
    public boolean isUnasked() {
        return need > ASKED && need < INGREDIENT || need >= REST;
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
