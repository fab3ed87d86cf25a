package llmq.stats;

/**
 * A matrix of n rows and p columns taken apart into A = QR by Householder reflections, block of rows after block: each
 * reflects what is left of one column of the block into the triangle of all rows before it (Golub and Van Loan, “Matrix
 * Computations”, on updating a QR factorization by rows). The triangle begins as 0, so that any n will do. In place of
 * the decomposition of Commons Math, which nothing can stop on the way.
 */
final class Householder {
    /** So many numbers of a block lie together where a processor reaches them fast. */
    private static final int BLOCK = 1 << 15;
    private static final int LEAST = 64;
    /** Squares below this have lost digits, or are about to. */
    private static final double NOTHING = 1e-290;

    private final int n;
    private final int p;
    private final int height;
    private final double[][] r;
    /** Of each block its columns, one after the other, as the reflections that took them out. */
    private final double[][] mirrors;
    /** Of each block and column the component of the reflection that lies in R, and 2 over its square length. */
    private final double[][] heads;
    private final double[][] factors;

    /** @param pulse called now and then; what it throws ends the work */
    Householder(Rows rows, Runnable pulse) {
        this.n = rows.count();
        this.p = rows.columns();
        this.height = Math.max(LEAST, BLOCK / Math.max(1, p));
        int blocks = (n + height - 1) / height;
        this.r = new double[p][p];
        this.mirrors = new double[blocks][];
        this.heads = new double[blocks][p];
        this.factors = new double[blocks][p];
        double[] row = new double[p];
        for (int block = 0; block < blocks; block++) {
            pulse.run();
            int first = block * height;
            int size = Math.min(height, n - first);
            double[] columns = new double[size * p];
            for (int i = 0; i < size; i++) {
                rows.row(first + i, row);
                for (int j = 0; j < p; j++) {
                    columns[j * size + i] = row[j];
                }
            }
            mirrors[block] = columns;
            for (int j = 0; j < p; j++) {
                pulse.run();
                takeOut(block, j, size);
            }
        }
    }

    private void takeOut(int block, int j, int size) {
        double[] columns = mirrors[block];
        double square = dot(columns, j * size, columns, j * size, size);
        if (square < NOTHING) {
            return;
        }
        double before = r[j][j];
        double length = Math.sqrt(before * before + square);
        // Away from what is there, so that nothing cancels.
        double after = before > 0 ? -length : length;
        double head = before - after;
        double factor = 1 / (length * Math.abs(head));
        heads[block][j] = head;
        factors[block][j] = factor;
        r[j][j] = after;
        for (int k = j + 1; k < p; k++) {
            double times = factor * (head * r[j][k] + dot(columns, j * size, columns, k * size, size));
            r[j][k] -= times * head;
            subtract(times, columns, j * size, columns, k * size, size);
        }
    }

    /** In four sums, so that no addition waits for the one before. */
    private static double dot(double[] a, int from, double[] b, int at, int size) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i + 3 < size; i += 4) {
            first += a[from + i] * b[at + i];
            second += a[from + i + 1] * b[at + i + 1];
            third += a[from + i + 2] * b[at + i + 2];
            fourth += a[from + i + 3] * b[at + i + 3];
        }
        for (; i < size; i++) {
            first += a[from + i] * b[at + i];
        }
        return first + second + (third + fourth);
    }

    private static void subtract(double times, double[] a, int from, double[] b, int at, int size) {
        for (int i = 0; i < size; i++) {
            b[at + i] -= times * a[from + i];
        }
    }

    /** R, p × p, with zeros below its diagonal; kept. */
    double[][] triangle() {
        return r;
    }

    /** The first p components of Q'y. */
    double[] turned(double[] y, Runnable pulse) {
        double[] turned = new double[p];
        double[] part = new double[Math.min(height, n)];
        for (int block = 0; block < mirrors.length; block++) {
            pulse.run();
            int first = block * height;
            int size = Math.min(height, n - first);
            System.arraycopy(y, first, part, 0, size);
            for (int j = 0; j < p; j++) {
                double head = heads[block][j];
                double times = factors[block][j] * (head * turned[j] + dot(mirrors[block], j * size, part, 0, size));
                turned[j] -= times * head;
                subtract(times, mirrors[block], j * size, part, 0, size);
            }
        }
        return turned;
    }
}
