package llmq.stats;

/** Rows of numbers, each made when it is asked for: of a million rows even one copy is much. */
interface Rows {

    int count();

    int columns();

    /** Into {@code into[0..columns)}. */
    void row(int row, double[] into);

    static Rows of(double[][] rows) {
        return of(rows, rows.length);
    }

    /** The first so many of them. */
    static Rows of(double[][] rows, int count) {
        return new Rows() {
            @Override
            public int count() {
                return count;
            }

            @Override
            public int columns() {
                return rows[0].length;
            }

            @Override
            public void row(int row, double[] into) {
                System.arraycopy(rows[row], 0, into, 0, into.length);
            }
        };
    }
}
