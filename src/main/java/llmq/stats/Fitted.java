package llmq.stats;

import java.util.function.ToDoubleFunction;

/**
 * A curve fitted to a sample, and what is known of its uncertainty. All intervals are 95%. What cannot be told is NaN,
 * never infinite.
 *
 * @param parameters  estimates; of a line, the intercept first
 * @param covariance  of the parameters, by the errors asked for; NaN throughout where there is none to be had
 * @param inverse     (J'J)⁻¹ with the Jacobian J at the estimates
 * @param draws       estimates of each bootstrap sample that could be fitted; {@code null} without a bootstrap
 * @param failed      bootstrap samples that could not be fitted
 * @param n           rows
 * @param clusters    0 where the errors are not clustered
 * @param degrees     of freedom of the t distribution behind the intervals: n − p, or clusters − 1
 * @param rss         sum of squared residuals
 * @param tss         sum of squared deviations of y from its mean
 * @param exact       whether the curve goes through every point to within rounding; then rss and the covariance are 0,
 *                    t, p and AIC are unknown, and intervals have the width 0
 * @param untold      the parameters of which errors of this kind say nothing; {@code null} where there is none
 */
public record Fitted(Curve curve, double[] parameters, double[][] covariance, double[][] inverse, double[][] draws,
        int failed, int n, int clusters, double degrees, double rss, double tss, boolean exact,
        boolean[] untold) {
    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    /** The same fit, where nothing can be told of the errors of some parameters by themselves. */
    public Fitted untold(boolean[] parametersUntold) {
        return new Fitted(curve, parameters, covariance, inverse, draws, failed, n, clusters, degrees, rss, tss, exact,
                parametersUntold);
    }

    private boolean isUntold(int parameter) {
        return untold != null && untold[parameter];
    }

    public double predict(double[] x) {
        return curve.value(parameters, x);
    }

    /** The standard error of a parameter; NaN where it cannot be told. */
    public double standardError(int parameter) {
        return isUntold(parameter) ? Double.NaN : Math.sqrt(covariance[parameter][parameter]);
    }

    /** The 95% interval of a parameter: estimate ± t · standard error, or by quantiles of the bootstrap's draws. */
    public Interval interval(int parameter) {
        if (isUntold(parameter)) {
            return Interval.UNKNOWN;
        }
        if (draws == null || exact) {
            return around(parameters[parameter], standardError(parameter));
        }
        double[] values = new double[draws.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = draws[i][parameter];
        }
        return percentiles(values);
    }

    /** Estimate over standard error; NaN where that is 0 or unknown. */
    public double t(int parameter) {
        double error = standardError(parameter);
        return error > 0 ? finite(parameters[parameter] / error) : Double.NaN;
    }

    /** Two-sided probability of a t so far from 0; NaN where t is. */
    public double p(int parameter) {
        return Students.twoSided(t(parameter), degrees);
    }

    /**
     * Where the curve itself lies at x: f(x) ± t · √(g'Vg) with the gradient g of f by the parameters at x and their
     * covariance V (the delta method, which is exact for a line); or the quantiles of the bootstrap's curves at x.
     */
    public Interval mean(double[] x) {
        if (draws == null || exact) {
            return around(predict(x), Math.sqrt(variance(gradient(x))));
        }
        return percentiles(drawn(x));
    }

    /**
     * Where one further observation at x would lie: f(x) ± t · √(g'Vg + rss/(n − p)), V as of {@link #mean}, which
     * with a bootstrap is the covariance of its draws.
     */
    public Interval prediction(double[] x) {
        double noise = exact ? 0 : n > parameters.length ? rss / (n - parameters.length) : Double.NaN;
        return around(predict(x), Math.sqrt(variance(gradient(x)) + noise));
    }

    /** The 95% interval of {@code predict(to) - predict(from)}; the gradient is the difference of those at the two. */
    public Interval difference(double[] from, double[] to) {
        if (draws != null && !exact) {
            double[] before = drawn(from);
            double[] values = drawn(to);
            for (int i = 0; i < values.length; i++) {
                values[i] -= before[i];
            }
            return percentiles(values);
        }
        double[] gradient = gradient(to);
        double[] before = gradient(from);
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] -= before[j];
        }
        return around(predict(to) - predict(from), Math.sqrt(variance(gradient)));
    }

    /** g'(J'J)⁻¹g with the gradient g at x: of a training row, its share in its own prediction. */
    public double leverage(double[] x) {
        return finite(form(inverse, gradient(x)));
    }

    /** 1 − rss/tss; NaN where y never changes. */
    public double r2() {
        return tss > 0 ? 1 - rss / tss : Double.NaN;
    }

    /** 1 − (rss/(n − p)) / (tss/(n − 1)); NaN where y never changes. */
    public double adjustedR2() {
        int left = n - parameters.length;
        return tss > 0 && left > 0 ? 1 - rss / left / (tss / (n - 1)) : Double.NaN;
    }

    /** √(rss/n): divided by n, as of predictions. */
    public double rmse() {
        return Math.sqrt(rss / n);
    }

    /**
     * Akaike's criterion of a normal model, the variance among its parameters, as R's AIC has it:
     * n·(ln 2π + ln(rss/n) + 1) + 2(p + 1); NaN where rss is 0.
     */
    public double aic() {
        return rss > 0 ? n * (Math.log(2 * Math.PI) + Math.log(rss / n) + 1) + 2 * (parameters.length + 1)
                : Double.NaN;
    }

    /**
     * Of a figure that follows from the parameters: by its gradient at the estimates (the delta method), or the
     * quantiles of what it is in each of the bootstrap's draws.
     */
    public Interval interval(ToDoubleFunction<double[]> figure, double[] gradient) {
        if (draws == null || exact) {
            return around(figure.applyAsDouble(parameters), Math.sqrt(variance(gradient)));
        }
        double[] values = new double[draws.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = figure.applyAsDouble(draws[i]);
        }
        return percentiles(values);
    }

    private double[] gradient(double[] x) {
        double[] gradient = new double[parameters.length];
        curve.gradient(parameters, x, gradient);
        return gradient;
    }

    /** g'Vg, which rounding may have left a little below 0. */
    private double variance(double[] gradient) {
        return Math.max(0, form(covariance, gradient));
    }

    private static double form(double[][] matrix, double[] g) {
        double sum = 0;
        for (int i = 0; i < g.length; i++) {
            for (int j = 0; j < g.length; j++) {
                sum += g[i] * matrix[i][j] * g[j];
            }
        }
        return sum;
    }

    private double[] drawn(double[] x) {
        double[] values = new double[draws.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = curve.value(draws[i], x);
        }
        return values;
    }

    private Interval around(double value, double error) {
        if (error == 0 && Double.isFinite(value)) {
            return new Interval(value, value);
        }
        double reach = Students.quantile(degrees) * error;
        return interval(value - reach, value + reach);
    }

    private static Interval percentiles(double[] values) {
        if (values.length < 2) {
            return Interval.UNKNOWN;
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return Interval.UNKNOWN;
            }
        }
        return interval(Quantiles.quantile(values, LOW), Quantiles.quantile(values, HIGH));
    }

    private static Interval interval(double low, double high) {
        return Double.isFinite(low) && Double.isFinite(high) ? new Interval(low, high) : Interval.UNKNOWN;
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }
}
