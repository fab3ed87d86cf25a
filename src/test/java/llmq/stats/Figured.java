package llmq.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Function;

/** What a fit says, as the arrays that other programs print of theirs, and how closely two arrays agree. */
final class Figured {
    private Figured() {
    }

    static double[] errors(Fitted fitted) {
        double[] errors = new double[fitted.parameters().length];
        for (int j = 0; j < errors.length; j++) {
            errors[j] = fitted.standardError(j);
        }
        return errors;
    }

    static double[] t(Fitted fitted) {
        double[] t = new double[fitted.parameters().length];
        for (int j = 0; j < t.length; j++) {
            t[j] = fitted.t(j);
        }
        return t;
    }

    static double[] p(Fitted fitted) {
        double[] p = new double[fitted.parameters().length];
        for (int j = 0; j < p.length; j++) {
            p[j] = fitted.p(j);
        }
        return p;
    }

    /** Low and high of each parameter in turn. */
    static double[] intervals(Fitted fitted) {
        double[] ends = new double[2 * fitted.parameters().length];
        for (int j = 0; j < fitted.parameters().length; j++) {
            ends[2 * j] = fitted.interval(j).low();
            ends[2 * j + 1] = fitted.interval(j).high();
        }
        return ends;
    }

    /** Low and high at each place in turn. */
    static double[] intervals(double[][] places, Function<double[], Interval> interval) {
        double[] ends = new double[2 * places.length];
        for (int i = 0; i < places.length; i++) {
            ends[2 * i] = interval.apply(places[i]).low();
            ends[2 * i + 1] = interval.apply(places[i]).high();
        }
        return ends;
    }

    static double[] leverages(Fitted fitted, double[][] x) {
        double[] leverages = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            leverages[i] = fitted.leverage(x[i]);
        }
        return leverages;
    }

    static double[] gradient(Curve curve, double[] parameters, double[] x) {
        double[] gradient = new double[parameters.length];
        curve.gradient(parameters, x, gradient);
        return gradient;
    }

    /** The gradient by central differences. */
    static double[] differences(Curve curve, double[] parameters, double[] x) {
        double[] differences = new double[parameters.length];
        for (int j = 0; j < differences.length; j++) {
            double step = 1e-5 * Math.abs(parameters[j]);
            double[] more = parameters.clone();
            double[] less = parameters.clone();
            more[j] += step;
            less[j] -= step;
            differences[j] = (curve.value(more, x) - curve.value(less, x)) / (more[j] - less[j]);
        }
        return differences;
    }

    static void assertClose(double[] wanted, double[] got, double relative, String what) {
        assertEquals(wanted.length, got.length, what);
        for (int i = 0; i < wanted.length; i++) {
            double away = Math.abs(got[i] - wanted[i]);
            assertTrue(away <= relative * Math.abs(wanted[i]),
                    what + " " + i + ": " + got[i] + " in place of " + wanted[i]);
        }
    }

    /** Digits that two figures have in common, NIST's log relative error: −log10 of their relative difference. */
    static double digits(double got, double wanted) {
        double away = wanted == 0 ? Math.abs(got) : Math.abs(got - wanted) / Math.abs(wanted);
        return away == 0 ? 15 : Math.min(15, -Math.log10(away));
    }

    static double digits(double[] got, double[] wanted) {
        double least = 15;
        for (int i = 0; i < wanted.length; i++) {
            least = Math.min(least, digits(got[i], wanted[i]));
        }
        return least;
    }
}
