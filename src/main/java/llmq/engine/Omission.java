package llmq.engine;

import llmq.table.Field;

/**
 * Rows that could not be judged, counted by what was unknown of them first, in the order in which it was written.
 *
 * @param cause what it was needed for
 * @param field the field that was unknown; {@code null} where no field was to blame
 * @param of    where a value {@code E of NAME} was unknown, the name; else {@code null}. If this too is {@code null}
 *              while {@code field} is, all was known and yet the value was undefined: a division by zero
 * @param rows  how many rows
 */
public record Omission(Cause cause, Field field, String of, long rows) {

    /** What an unknown value was needed for. */
    public enum Cause {
        /** A condition: the row is left out. */
        CONDITION,
        /** What rows are ranked by, or an axis of a frontier: the row is left out. */
        KEY,
        /** What rows are grouped by: the row is left out. */
        GROUP,
        /** An argument of an aggregate: the row does not count in that one aggregate. */
        ARGUMENT,
        /** The value asked for itself. */
        VALUE
    }
}
