package llmq.plot;

/**
 * What belongs together in a picture and stands in its legend as one.
 *
 * @param name  as the legend has it
 * @param index which of the colours and marks it has, from 0; those of {@link Kind#REST} and of single series are 0
 * @param steps how many colours there are in the order of its values, of which it has the one at {@code index}; 0 where
 *     values have no order
 */
public record Series(String name, int index, Kind kind, int steps) {

    /** A series of a value that has no place in an order. */
    public Series(String name, int index, Kind kind) {
        this(name, index, kind, 0);
    }

    public enum Kind {
        /** Rows, all or those of one value. */
        ROWS,
        /** The rows of all values that have no series of their own. */
        REST,
        TREND,
        /** What the shading around the curves of trends is. */
        BAND,
        /** What the edges are that most rows lie between. */
        INTERVAL,
        FRONTIER
    }
}
