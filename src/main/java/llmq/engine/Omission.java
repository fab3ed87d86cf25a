package llmq.engine;

import java.util.Objects;
import llmq.table.Field;

/**
 * Rows that could not be judged, counted by what was unknown of them first, in the order in which it was written.
 *
 * @param cause what it was needed for
 * @param field the field that was unknown; {@code null} where no field was to blame
 * @param of    where a value {@code E of NAME} was unknown, the name; else {@code null}. If this too is {@code null}
 *              while {@code field} is, all was known and yet the value was undefined: a division by zero
 * @param why   in words, why what {@code field} names does not serve although it is known; {@code null} where it is
 *              unknown
 * @param rows  how many rows
 */
public record Omission(Cause cause, Field field, String of, String why, long rows) {

    Omission withRows(long count) {
        return new Omission(cause, field, of, why, count);
    }

    /** Whether rows could not be judged for the same reason. */
    boolean isAlike(Omission other) {
        // Fields are told apart by name: a record's own comparison of a whole field would cost a cold start 30 ms.
        return cause == other.cause && Objects.equals(of, other.of) && Objects.equals(why, other.why)
                && Objects.equals(name(), other.name());
    }

    private String name() {
        return field == null ? null : field.name();
    }

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
