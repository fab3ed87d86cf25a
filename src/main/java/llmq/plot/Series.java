package llmq.plot;

/**
 * What belongs together in a picture and stands in its legend as one.
 *
 * @param name  as the legend has it
 * @param index which of the colours and marks it has, from 0; those of {@link Kind#REST} and of single series are 0
 */
public record Series(String name, int index, Kind kind) {

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
