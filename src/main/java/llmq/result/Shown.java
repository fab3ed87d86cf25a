package llmq.result;

import llmq.value.ScaledUnit;

/**
 * A column of a result that a reader sees.
 *
 * @param column  position in the result's table
 * @param title   its heading, and its key in JSON
 * @param display the unit asked for with {@code in}; {@code null} where the printer chooses a prefix
 * @param need    when it goes if there is no room for all: the greatest first, 0 never
 * @param reader  who sees it
 */
public record Shown(int column, String title, ScaledUnit display, int need, Reader reader) {

    public enum Reader { ALL, PEOPLE, MACHINES }

    public static Shown of(int column, String title, int need) {
        return new Shown(column, title, null, need, Reader.ALL);
    }
}
