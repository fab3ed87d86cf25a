package llmq.table;

import llmq.value.Type;
import llmq.value.Unit;

/**
 * A column's name and meaning.
 *
 * @param name    as written in queries; unique within a schema without regard to case
 * @param unit    what a number counts; {@link Unit#NONE} for text, dates and truth values
 * @param summary one line for {@code describe}; may be empty
 * @param scale   for a benchmark's score, its chance level, maximum and number of questions; else {@code null}
 */
public record Field(String name, Type type, Unit unit, String summary, ScoreScale scale) {

    /** A field without unit and summary. */
    public static Field of(String name, Type type) {
        return new Field(name, type, Unit.NONE, "", null);
    }

    /** A number that counts in that unit. */
    public static Field number(String name, Unit unit) {
        return new Field(name, Type.NUMBER, unit, "", null);
    }

    /** The same field under another name. */
    public Field named(String newName) {
        return new Field(newName, type, unit, summary, scale);
    }
}
