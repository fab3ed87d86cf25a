package llmq.table;

import llmq.value.Status;

/** A column of a table: primitive arrays, never changed once made. */
public sealed interface Column permits NumberColumn, TextColumn, BooleanColumn {

    int size();

    boolean isKnown(int row);

    /** How far the cell can be relied on; {@link Status#REPORTED} where nothing was said. */
    Status status(int row);

    /** Whether any cell is other than {@link Status#REPORTED}. */
    boolean hasStatuses();

    /** The cells of these rows, in this order; a row of −1 gives an unknown cell. */
    Column take(int[] rows);
}
