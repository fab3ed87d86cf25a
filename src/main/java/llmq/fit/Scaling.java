package llmq.fit;

import llmq.stats.Fitted;
import llmq.stats.Interval;
import llmq.value.NumberForm;

/** What the exponents of L = E + A/N^alpha + B/D^beta say, in one sentence. */
final class Scaling {
    private static final int ALPHA = 2;
    private static final int BETA = 4;

    private final FitSpec spec;
    private final Fitted fitted;

    Scaling(FitSpec spec, Fitted fitted) {
        this.spec = spec;
        this.fitted = fitted;
    }

    /**
     * By how much each part of the loss shrinks, and how both inputs grow together where compute is spent best: with
     * C ~ N·D, N grows as C^(beta/(alpha + beta)) and D as C^(alpha/(alpha + beta)) (Hoffmann et al. 2022, eq. 4).
     */
    String sentence() {
        double alpha = fitted.parameters()[ALPHA];
        double beta = fitted.parameters()[BETA];
        String n = spec.inputs().get(0).title();
        String d = spec.inputs().get(1).title();
        String parts = "each 10x of " + n + " brings its part of " + spec.response().title() + " to " + share(alpha)
                + " of what it was, each 10x of " + d + " to " + share(beta);
        if (!(alpha > 0 && beta > 0)) {
            return parts;
        }
        Interval interval = fitted.exact() ? Interval.UNKNOWN : interval(alpha, beta);
        return parts + "; the best use of compute C takes " + n + " as C^" + two(beta / (alpha + beta))
                + (interval.low() == interval.low() ? " (95% " + two(interval.low()) + " to " + two(interval.high())
                + ")" : "") + " and " + d + " as C^" + two(alpha / (alpha + beta));
    }

    private Interval interval(double alpha, double beta) {
        double[] gradient = new double[fitted.parameters().length];
        double square = (alpha + beta) * (alpha + beta);
        gradient[ALPHA] = -beta / square;
        gradient[BETA] = alpha / square;
        return fitted.interval(b -> b[BETA] / (b[ALPHA] + b[BETA]), gradient);
    }

    private static String share(double exponent) {
        return NumberForm.SCALED.text(Math.pow(10, -exponent));
    }

    private static String two(double value) {
        return NumberForm.HUNDREDTHS.text(value);
    }
}
