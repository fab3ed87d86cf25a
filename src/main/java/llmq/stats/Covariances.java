package llmq.stats;

import java.util.Arrays;

/** Covariance matrices of estimates, p × p; NaN throughout where there is none to be had. */
final class Covariances {
    private Covariances() {
    }

    static double[][] unknown(int parameters) {
        double[][] matrix = new double[parameters][parameters];
        for (double[] row : matrix) {
            Arrays.fill(row, Double.NaN);
        }
        return matrix;
    }

    /** (J'J)⁻¹ · rss/(n − p): independent errors of one variance. */
    static double[][] plain(double[][] inverse, double rss, int n) {
        int p = inverse.length;
        if (n <= p) {
            return unknown(p);
        }
        double[][] matrix = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                matrix[i][j] = inverse[i][j] * (rss / (n - p));
            }
        }
        return finite(matrix);
    }

    /**
     * Σ_g u_g u_g' · G/(G − 1) · (n − 1)/(n − p), where u_g is what the errors of cluster g together do to the
     * estimates: CR1 of Cameron and Miller, “A Practitioner’s Guide to Cluster-Robust Inference”, Journal of Human
     * Resources 50 (2015), section II.C. It equals (J'J)⁻¹ (Σ_g J_g'e_g e_g'J_g) (J'J)⁻¹ with the same factor.
     *
     * @param p how many estimates there are
     */
    static double[][] clustered(Scores scores, int p, Clusters clusters) {
        int n = clusters.of().length;
        int groups = clusters.count();
        if (groups < 2 || n <= p) {
            return unknown(p);
        }
        double[][] sums = new double[groups][p];
        double[] score = new double[p];
        for (int i = 0; i < n; i++) {
            scores.score(i, score);
            double[] sum = sums[clusters.of()[i]];
            for (int j = 0; j < p; j++) {
                sum[j] += score[j];
            }
        }
        return clustered(sums, scores, n);
    }

    /** @param sums of the scores of the rows of each cluster, at least two; n rows in all */
    static double[][] clustered(double[][] sums, Scores scores, int n) {
        int groups = sums.length;
        int p = sums[0].length;
        double factor = (double) groups / (groups - 1) * (n - 1) / (n - p);
        double[][] matrix = new double[p][p];
        for (double[] sum : sums) {
            double[] moved = scores.moved(sum);
            for (int i = 0; i < p; i++) {
                for (int j = 0; j < p; j++) {
                    matrix[i][j] += factor * moved[i] * moved[j];
                }
            }
        }
        return finite(matrix);
    }

    /** Of draws about their mean, divided by one less than there are. */
    static double[][] ofDraws(double[][] draws, int parameters) {
        if (draws.length < 2) {
            return unknown(parameters);
        }
        double[] means = Centred.means(draws, () -> { });
        double[][] matrix = new double[parameters][parameters];
        for (double[] draw : draws) {
            for (int i = 0; i < parameters; i++) {
                for (int j = 0; j <= i; j++) {
                    matrix[i][j] += (draw[i] - means[i]) * (draw[j] - means[j]);
                }
            }
        }
        for (int i = 0; i < parameters; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] /= draws.length - 1;
                matrix[j][i] = matrix[i][j];
            }
        }
        return finite(matrix);
    }

    private static double[][] finite(double[][] matrix) {
        for (double[] row : matrix) {
            for (double value : row) {
                if (!Double.isFinite(value)) {
                    return unknown(matrix.length);
                }
            }
        }
        return matrix;
    }
}
