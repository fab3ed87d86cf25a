package llmq.function;

/** What the value of an aggregate is. */
public enum Gives {
    NUMBER,
    /** A value of the type of the first argument: the greatest of dates is a date. */
    TYPE_OF_FIRST,
    /**
     * The number of a row of the source, which the engine turns into that row's label or, where there is a second
     * argument, into the value that this has in that row. The aggregator gets the first argument only.
     */
    ROW
}
