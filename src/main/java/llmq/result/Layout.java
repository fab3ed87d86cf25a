package llmq.result;

/** How a result wants to be laid out for people. */
public enum Layout {
    /** Rows and columns. */
    TABLE,
    /** One row per column of the table, one column per row of it (labelled by its label); the best value marked. */
    COMPARE,
    /** A page: the first shown column names a property, the second says it; texts may be long and are wrapped. */
    PAGE,
    /** One value: one row, one shown column. In JSON it is a bare value. */
    SCALAR
}
