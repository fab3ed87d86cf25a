package llmq.stats;

import java.util.Arrays;

/**
 * Σ huber(ln y − ln(exp(e) + exp(a − αu) + exp(b − βv))), the loss of Hoffmann et al. 2022, eq. 3, with its first two
 * derivatives. Parameters are e, a, α, b, β; u and v are logarithms less their means.
 */
final class ChinchillaLoss implements Newton.Function {
    static final int PARAMETERS = 5;

    private final double[] u;
    private final double[] v;
    private final double[] logY;
    private final double delta;
    private final Runnable pulse;

    /**
     * @param delta residuals of more than this count by their size, those of less by its square
     * @param pulse called now and then; what it throws ends the work
     */
    ChinchillaLoss(double[] u, double[] v, double[] logY, double delta, Runnable pulse) {
        this.u = u;
        this.v = v;
        this.logY = logY;
        this.delta = delta;
        this.pulse = pulse;
    }

    /** ln y less what is expected of it, in a row. */
    double residual(double[] at, int row) {
        return logY[row] - shares(at, row, new double[3]);
    }

    /** Which share of the expected y each of the three terms has; and its logarithm, taken about the greatest term. */
    double shares(double[] at, int row, double[] into) {
        double first = at[0];
        double second = at[1] - at[2] * u[row];
        double third = at[3] - at[4] * v[row];
        double greatest = Math.max(first, Math.max(second, third));
        into[0] = Math.exp(first - greatest);
        into[1] = Math.exp(second - greatest);
        into[2] = Math.exp(third - greatest);
        double sum = into[0] + into[1] + into[2];
        for (int k = 0; k < into.length; k++) {
            into[k] /= sum;
        }
        return greatest + Math.log(sum);
    }

    /** Derivatives of the logarithm of the expected y by the parameters, from the shares of its terms. */
    void slopes(double[] shares, int row, double[] into) {
        into[0] = shares[0];
        into[1] = shares[1];
        into[2] = -u[row] * shares[1];
        into[3] = shares[2];
        into[4] = -v[row] * shares[2];
    }

    /** The residual where it is within δ, δ with its sign beyond: the slope of the loss. */
    double bounded(double residual) {
        return Math.max(-delta, Math.min(delta, residual));
    }

    private double huber(double residual) {
        double size = Math.abs(residual);
        return size <= delta ? size * size / 2 : delta * (size - delta / 2);
    }

    @Override
    public double value(double[] at) {
        double sum = 0;
        double[] shares = new double[3];
        for (int i = 0; i < logY.length; i++) {
            Pulse.at(i, pulse);
            sum += huber(logY[i] - shares(at, i, shares));
        }
        return sum;
    }

    @Override
    public double derivatives(double[] at, double[] gradient, double[][] hessian, double[] damping) {
        Arrays.fill(gradient, 0);
        Arrays.fill(damping, 0);
        for (double[] line : hessian) {
            Arrays.fill(line, 0);
        }
        double sum = 0;
        double[] shares = new double[3];
        double[] slopes = new double[PARAMETERS];
        for (int i = 0; i < logY.length; i++) {
            Pulse.at(i, pulse);
            double residual = logY[i] - shares(at, i, shares);
            double size = Math.abs(residual);
            double bounded = bounded(residual);
            sum += huber(residual);
            slopes(shares, i, slopes);
            // d²ln Σexp(z_k) = Σ share_k dz_k dz_k' − slopes slopes', and the z_k are linear in the parameters.
            double curved = (size <= delta ? 1 : 0) + bounded;
            for (int j = 0; j < PARAMETERS; j++) {
                gradient[j] -= bounded * slopes[j];
                damping[j] += slopes[j] * slopes[j] * (size <= delta ? 1 : delta / size);
                for (int k = 0; k <= j; k++) {
                    hessian[j][k] += curved * slopes[j] * slopes[k];
                }
            }
            hessian[0][0] -= bounded * shares[0];
            bend(hessian, 1, bounded * shares[1], u[i]);
            bend(hessian, 3, bounded * shares[2], v[i]);
        }
        for (int j = 0; j < PARAMETERS; j++) {
            for (int k = 0; k < j; k++) {
                hessian[k][j] = hessian[j][k];
            }
        }
        return sum;
    }

    /** Into the lower triangle, as the rest. */
    private static void bend(double[][] hessian, int at, double weight, double log) {
        hessian[at][at] -= weight;
        hessian[at + 1][at] += weight * log;
        hessian[at + 1][at + 1] -= weight * log * log;
    }
}
