package llmq.stats;

import org.apache.commons.math3.distribution.TDistribution;

/** Student's t distribution. */
final class Students {
    private static final double SHARE = 0.975;
    private static final int STEPS = 100;

    private Students() {
    }

    /**
     * What a t of so many degrees stays below, disregarding its sign, 95% of the time; NaN where there are none.
     * Newton's steps from the normal distribution's: every row that an interval is asked for asks for it, and Brent's
     * search, which Commons Math would use, takes twenty times as long and stops at 1e-9.
     */
    static double quantile(double degrees) {
        if (!(degrees > 0)) {
            return Double.NaN;
        }
        TDistribution distribution = new TDistribution(null, degrees);
        double t = Sampling.NORMAL_95;
        for (int step = 0; step < STEPS; step++) {
            double more = (SHARE - distribution.cumulativeProbability(t)) / distribution.density(t);
            t += more;
            if (Math.abs(more) <= 1e-14 * t) {
                break;
            }
        }
        return t;
    }

    /** How likely a t at least so far from 0 is; NaN where t or the degrees are unknown. */
    static double twoSided(double t, double degrees) {
        return Double.isNaN(t) || !(degrees > 0) ? Double.NaN
                : 2 * new TDistribution(null, degrees).cumulativeProbability(-Math.abs(t));
    }
}
