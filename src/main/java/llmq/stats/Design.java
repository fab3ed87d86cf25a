package llmq.stats;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A matrix of n rows and p columns, n ≥ p, that least squares are solved with: its columns are brought to length 1, so
 * that flops and shares weigh the same where its rank is judged, and it is taken apart by Householder reflections,
 * A = QR.
 */
final class Design {
    private final double[][] rows;
    private final double[] lengths;
    private final double[][] r;
    private final DecompositionSolver solver;

    /** @param rows n rows of p finite values; kept and scaled in place */
    Design(double[][] rows) {
        this.rows = rows;
        int p = rows[0].length;
        this.lengths = new double[p];
        for (int j = 0; j < p; j++) {
            lengths[j] = length(rows, j);
            for (double[] row : rows) {
                row[j] /= lengths[j];
            }
        }
        QRDecomposition qr = new QRDecomposition(new Array2DRowRealMatrix(rows, false), 0);
        RealMatrix triangle = qr.getR();
        this.r = new double[p][];
        for (int i = 0; i < p; i++) {
            r[i] = triangle.getRow(i);
        }
        this.solver = qr.getSolver();
    }

    int columns() {
        return lengths.length;
    }

    /** Divided by the greatest first, so that no square overflows; 1 of a column of zeros, which stays one. */
    private static double length(double[][] rows, int column) {
        double greatest = 0;
        for (double[] row : rows) {
            greatest = Math.max(greatest, Math.abs(row[column]));
        }
        if (greatest == 0) {
            return 1;
        }
        double sum = 0;
        for (double[] row : rows) {
            double share = row[column] / greatest;
            sum += share * share;
        }
        return greatest * Math.sqrt(sum);
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

    /** The b with the smallest |y − Ab|, corrected once by what the residuals still say. */
    double[] solve(double[] y) {
        double[] b = solver.solve(new ArrayRealVector(y, false)).toArray();
        double[] rest = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            double left = y[i];
            for (int j = 0; j < b.length; j++) {
                left -= rows[i][j] * b[j];
            }
            rest[i] = left;
        }
        double[] correction = solver.solve(new ArrayRealVector(rest, false)).toArray();
        for (int j = 0; j < b.length; j++) {
            b[j] = (b[j] + correction[j]) / lengths[j];
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
            double[] unit = new double[p];
            unit[j] = 1;
            upper[j] = back(unit);
        }
        double[][] inverse = new double[p][p];
        for (int i = 0; i < p; i++) {
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

    /** A(A'A)⁻¹, n × p: row i says how each b moves with the y of row i. */
    double[][] influence() {
        double[][] influence = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            double[] moved = back(forward(rows[i]));
            for (int j = 0; j < moved.length; j++) {
                moved[j] /= lengths[j];
            }
            influence[i] = moved;
        }
        return influence;
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
