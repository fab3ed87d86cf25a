package llmq.stats;

/**
 * A matrix of n rows and p columns that least squares are solved with, taken apart by Householder reflections. Its
 * columns count as if they were of length 1, so that flops and shares weigh the same where its rank is judged.
 */
final class Design {
    private final Rows rows;
    private final Runnable pulse;
    private final Householder reflections;
    private final double[] lengths;
    /** R of the columns with length 1. */
    private final double[][] r;

    /**
     * @param rows  finite values, no square of which overflows; asked for several times
     * @param pulse called now and then; what it throws ends the work
     */
    Design(Rows rows, Runnable pulse) {
        this.rows = rows;
        this.pulse = pulse;
        this.reflections = new Householder(rows, pulse);
        double[][] triangle = reflections.triangle();
        int p = triangle.length;
        this.lengths = new double[p];
        this.r = new double[p][p];
        for (int j = 0; j < p; j++) {
            double square = 0;
            for (int i = 0; i <= j; i++) {
                square += triangle[i][j] * triangle[i][j];
            }
            // A column of zeros stays one.
            lengths[j] = square == 0 ? 1 : Math.sqrt(square);
            for (int i = 0; i <= j; i++) {
                r[i][j] = triangle[i][j] / lengths[j];
            }
        }
    }

    int columns() {
        return lengths.length;
    }

    /** Of a column. */
    double length(int column) {
        return lengths[column];
    }

    /**
     * The first column of which less than the given share of its length is left once the columns before it are taken
     * out; −1 where there is none.
     */
    int dependent(double tolerance) {
        for (int j = 0; j < r.length; j++) {
            if (!(Math.abs(r[j][j]) > tolerance)) {
                return j;
            }
        }
        return -1;
    }

    /** R of the columns as they are, p × p. */
    double[][] triangle() {
        return reflections.triangle();
    }

    /** The first p components of Q'y. */
    double[] turned(double[] y) {
        return reflections.turned(y, pulse);
    }

    /** The b with the smallest |y − Ab|, corrected once by what the residuals still say. */
    double[] solve(double[] y) {
        double[] b = slopes(y);
        double[] rest = new double[y.length];
        double[] row = new double[b.length];
        for (int i = 0; i < y.length; i++) {
            Pulse.at(i, pulse);
            rows.row(i, row);
            double left = y[i];
            for (int j = 0; j < b.length; j++) {
                left -= row[j] * b[j];
            }
            rest[i] = left;
        }
        double[] correction = slopes(rest);
        for (int j = 0; j < b.length; j++) {
            b[j] += correction[j];
        }
        return b;
    }

    private double[] slopes(double[] y) {
        double[] b = back(turned(y));
        for (int j = 0; j < b.length; j++) {
            b[j] /= lengths[j];
        }
        return b;
    }

    /** |Ab|. */
    double length(double[] b) {
        double sum = 0;
        for (int i = 0; i < r.length; i++) {
            double part = 0;
            for (int j = i; j < b.length; j++) {
                part += r[i][j] * b[j] * lengths[j];
            }
            sum += part * part;
        }
        return Math.sqrt(sum);
    }

    /** (A'A)⁻¹, p × p. */
    double[][] inverse() {
        int p = r.length;
        double[][] upper = new double[p][];
        for (int j = 0; j < p; j++) {
            pulse.run();
            double[] unit = new double[p];
            unit[j] = 1;
            upper[j] = back(unit);
        }
        double[][] inverse = new double[p][p];
        for (int i = 0; i < p; i++) {
            pulse.run();
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = i; k < p; k++) {
                    sum += upper[k][i] * upper[k][j];
                }
                inverse[i][j] = sum / lengths[i] / lengths[j];
                inverse[j][i] = inverse[i][j];
            }
        }
        return inverse;
    }

    /** (A'A)⁻¹s: how b moves with a sum s of rows, each times the error of its y. */
    double[] moved(double[] sum) {
        pulse.run();
        double[] scaled = sum.clone();
        for (int j = 0; j < scaled.length; j++) {
            scaled[j] /= lengths[j];
        }
        double[] moved = back(forward(scaled));
        for (int j = 0; j < moved.length; j++) {
            moved[j] /= lengths[j];
        }
        return moved;
    }

    /** a'(A'A)⁻¹a */
    double form(double[] a) {
        double[] scaled = a.clone();
        for (int j = 0; j < scaled.length; j++) {
            scaled[j] /= lengths[j];
        }
        return Estimate.squares(forward(scaled), 0);
    }

    /** z of R'z = right. */
    private double[] forward(double[] right) {
        double[] z = new double[r.length];
        for (int j = 0; j < z.length; j++) {
            double left = right[j];
            for (int k = 0; k < j; k++) {
                left -= r[k][j] * z[k];
            }
            z[j] = left / r[j][j];
        }
        return z;
    }

    /** b of Rb = right. */
    private double[] back(double[] right) {
        double[] b = new double[r.length];
        for (int j = b.length - 1; j >= 0; j--) {
            double left = right[j];
            for (int k = j + 1; k < b.length; k++) {
                left -= r[j][k] * b[k];
            }
            b[j] = left / r[j][j];
        }
        return b;
    }
}
