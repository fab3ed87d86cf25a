package llmq.result;

/** How a result wants to be laid out for people. */
public enum Layout {
    /** Rows and columns. */
    TABLE,
    /** One row per column of the table, one column per row of it (labelled by its label); the best value marked. */
    COMPARE,
    /**
     * As {@link #COMPARE}, but the rows of the table are states of one thing and what lies between them (before,
     * after, the difference), of which none is the best.
     */
    CHANGE,
    /** A page: the first shown column names a property, the second says it; texts may be long and are wrapped. */
    PAGE,
    /**
     * The terms of fits, a row each. The shown columns before the one titled {@link #TERM} are of the fit, and equal
     * in all its rows; those from there on are of the term. In JSON it is one object per fit, its terms within.
     */
    FIT,
    /** A picture of the rows: people see that, programs the rows. */
    PLOT,
    /** One value: one row, one shown column. In JSON it is a bare value. */
    SCALAR;

    /** Title of the column that names a term of a fit. */
    public static final String TERM = "term";

    /** Whether it has a row for each column of the table. */
    public boolean isSideways() {
        return this == COMPARE || this == CHANGE;
    }
}
