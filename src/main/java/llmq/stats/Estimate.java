package llmq.stats;

/**
 * A curve with its parameters estimated, before its uncertainty is judged.
 *
 * @param inverse   (J'J)⁻¹ with the Jacobian J at the estimates, p × p
 * @param scores    of the rows
 * @param residuals of each row, on the scale of y
 * @param squares   whether the sum of squared residuals was made least, so that the textbook's covariance holds
 */
record Estimate(Curve curve, double[] parameters, double[][] inverse, Scores scores, double[] residuals,
        boolean squares) {
    /**
     * A root mean square of residuals of no more than this share of that of the numbers they are differences of is
     * rounding: two units in the last place of a double.
     */
    private static final double EXACT = 0x1p-52;

    /**
     * The same fit in other parameters.
     *
     * @param derivatives of the other parameters by these, p × p
     */
    Estimate expressed(Curve other, double[] others, double[][] derivatives) {
        Scores plain = scores;
        Scores moved = new Scores() {
            @Override
            public void score(int row, double[] into) {
                plain.score(row, into);
            }

            @Override
            public double[] moved(double[] sum) {
                double[] inner = plain.moved(sum);
                double[] outer = new double[inner.length];
                for (int i = 0; i < outer.length; i++) {
                    for (int j = 0; j < inner.length; j++) {
                        outer[i] += derivatives[i][j] * inner[j];
                    }
                }
                return outer;
            }
        };
        return new Estimate(other, others, turned(derivatives, turned(derivatives, inverse)), moved,
                residuals, squares);
    }

    /** (TM)' of symmetric M; most of T is 0 where there are many parameters. */
    private static double[][] turned(double[][] t, double[][] m) {
        int p = t.length;
        double[][] turned = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int k = 0; k < p; k++) {
                double times = t[i][k];
                for (int j = 0; times != 0 && j < p; j++) {
                    turned[j][i] += times * m[k][j];
                }
            }
        }
        return turned;
    }

    /**
     * Whether the residuals are rounding: as large as comes of a last digit of y, or of the value where one of a
     * parameter, which Σ |b_j ∂f/∂b_j| says, in which a line's intercept of −26,000 takes part of a score of 50.
     */
    boolean exact(Sample sample, Runnable pulse) {
        double squares = 0;
        double[] gradient = new double[parameters.length];
        for (int i = 0; i < residuals.length; i++) {
            Pulse.at(i, pulse);
            double[] x = sample.x()[i];
            double scale = Math.abs(sample.y()[i]) + Math.abs(sample.y()[i] - residuals[i]);
            curve.gradient(parameters, x, gradient);
            for (int j = 0; j < gradient.length; j++) {
                scale += Math.abs(parameters[j] * gradient[j]);
            }
            squares += scale * scale;
        }
        return Math.sqrt(rss()) <= EXACT * Math.sqrt(squares);
    }

    double rss() {
        return squares(residuals, 0);
    }

    /** Of differences from a middle, with what each addition loses by rounding made good at the end. */
    static double squares(double[] values, double middle) {
        double sum = 0;
        double lost = 0;
        for (double value : values) {
            double square = (value - middle) * (value - middle);
            double next = sum + square;
            lost += sum >= square ? sum - next + square : square - next + sum;
            sum = next;
        }
        return sum + lost;
    }

    /** Where the errors are independent. */
    double[][] plain() {
        int n = residuals.length;
        return squares ? Covariances.plain(inverse, rss(), n)
                : Covariances.clustered(scores, parameters.length, Clusters.of(null, n));
    }
}
