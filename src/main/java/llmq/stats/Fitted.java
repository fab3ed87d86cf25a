package llmq.stats;

/**
 * A curve fitted to a sample, and what is known of its uncertainty. All intervals are 95%.
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
 * @param exact       whether the curve goes through every point to within rounding
 */
public record Fitted(Curve curve, double[] parameters, double[][] covariance, double[][] inverse, double[][] draws,
        int failed, int n, int clusters, double degrees, double rss, double tss, boolean exact) {

    public double predict(double[] x) {
        return curve.value(parameters, x);
    }

    /** Of a parameter; NaN where it cannot be told. */
    public double standardError(int parameter) {
        throw new UnsupportedOperationException();
    }

    /** Of a parameter: from t, or the percentiles of the bootstrap. */
    public Interval interval(int parameter) {
        throw new UnsupportedOperationException();
    }

    /** Estimate over standard error; NaN where that is 0 or unknown. */
    public double t(int parameter) {
        throw new UnsupportedOperationException();
    }

    /** Two-sided probability of a t so far from 0; NaN where t is. */
    public double p(int parameter) {
        throw new UnsupportedOperationException();
    }

    /** Where the curve itself lies at x. */
    public Interval mean(double[] x) {
        throw new UnsupportedOperationException();
    }

    /** Where one further observation at x would lie. */
    public Interval prediction(double[] x) {
        throw new UnsupportedOperationException();
    }

    /** Of {@code predict(to) - predict(from)}. */
    public Interval difference(double[] from, double[] to) {
        throw new UnsupportedOperationException();
    }

    /** g'(J'J)⁻¹g with the gradient g at x: of a training row, its share in its own prediction. */
    public double leverage(double[] x) {
        throw new UnsupportedOperationException();
    }

    /** 1 − rss/tss; NaN where y never changes. */
    public double r2() {
        throw new UnsupportedOperationException();
    }

    public double adjustedR2() {
        throw new UnsupportedOperationException();
    }

    /** √(rss/n): divided by n, as of predictions. */
    public double rmse() {
        throw new UnsupportedOperationException();
    }

    /** Akaike's criterion of a normal model, the variance among its parameters, as R's AIC has it. */
    public double aic() {
        throw new UnsupportedOperationException();
    }
}
