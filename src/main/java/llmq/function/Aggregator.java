package llmq.function;

/**
 * Gathers one aggregate for many groups at a time. Rows whose arguments are not all known do not count, except for
 * {@code count()}.
 */
public interface Aggregator {

    /** Makes room for groups numbered below {@code groups}. */
    void grow(int groups);

    /**
     * Takes in a batch.
     *
     * @param group     of each row, from 0
     * @param arguments {@code arguments[i][0..n)}; NaN is unknown
     * @param rows      number of each row in the source; filled in only for aggregates that give a row
     */
    void add(int[] group, double[][] arguments, int[] rows, int n);

    /**
     * Takes in a batch whose rows are all of group 0, as a sum over all rows is; worth its own loop where one group's
     * cell would be read right after it was written.
     *
     * @param zeros as many zeros as there are rows
     */
    default void addToFirst(int[] zeros, double[][] arguments, int[] rows, int n) {
        add(zeros, arguments, rows, n);
    }

    /** Takes in what another of the same kind has gathered; its group g is {@code map[g]} here. */
    void merge(Aggregator other, int[] map);

    /** The value of a group; NaN is unknown. For an aggregate that names a row, the row's number. */
    double value(int group);
}
