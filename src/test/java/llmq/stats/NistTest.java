package llmq.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * NIST's reference data sets. The digits are those that the worst figure has in common with the certified one (log
 * relative error, at most 15); what is stated is reached and hardly more, so that a loss of a digit shows.
 */
class NistTest {
    private static final Figures NIST = new Figures("nist.txt");

    private static double[][] inputs(String name) {
        if (name.equals("Longley")) {
            return NIST.rows("Longley.x1", "Longley.x2", "Longley.x3", "Longley.x4", "Longley.x5", "Longley.x6");
        } else if (name.equals("Norris")) {
            return NIST.rows("Norris.x");
        }
        double[] x = NIST.get("Wampler.x");
        double[][] powers = new double[x.length][5];
        for (int i = 0; i < x.length; i++) {
            double power = 1;
            for (int j = 0; j < 5; j++) {
                power *= x[i];
                powers[i][j] = power;
            }
        }
        return powers;
    }

    @ParameterizedTest
    @CsvSource({"Norris, 12.5, 13.3, 13", "Longley, 13, 12.2, 12", "Wampler1, 9.3, 15, 15", "Wampler2, 12.8, 15, 15",
        "Wampler3, 9.3, 11.5, 14", "Wampler4, 7.7, 11.5, 14", "Wampler5, 5.7, 11.5, 13"})
    void line(String name, double estimates, double errors, double whole) throws NoFit {
        Sample sample = new Sample(NIST.get(name + ".y"), inputs(name), null);
        Fitted fitted = new Regression(new Errors.Plain(), () -> { }).line(sample);
        assertDigits(estimates, fitted.parameters(), NIST.get(name + ".estimate"), name + " estimates");
        assertDigits(errors, Figured.errors(fitted), NIST.get(name + ".error"), name + " standard errors");
        double residual = Math.sqrt(fitted.rss() / (fitted.n() - fitted.parameters().length));
        assertDigits(whole, new double[] {residual, fitted.r2(), fitted.rss()}, new double[] {
            NIST.get(name + ".sd")[0], NIST.get(name + ".r2")[0], NIST.get(name + ".rss")[0]}, name + " as a whole");
        assertEquals(name.equals("Wampler1") || name.equals("Wampler2"), fitted.exact(), name);
    }

    /** Certified to eleven digits, so that little more can be told. */
    @ParameterizedTest
    @CsvSource({"Misra1a, 11, 10.7", "Thurber, 10.3, 10.5", "Rat43, 10.9, 10.5", "BoxBOD, 11.5, 10.3"})
    void curve(String name, double estimates, double errors) {
        double[][] x = NIST.rows(name + ".x");
        double[] y = NIST.get(name + ".y");
        NonLinear search = new NonLinear(model(name), x, y, () -> { });
        double[][] found = new double[2][];
        for (int start = 0; start < 2; start++) {
            String what = name + " from start " + (start + 1);
            double[] optimum = search.search(NIST.get(name + ".start" + (start + 1)));
            assertTrue(optimum != null, what);
            Estimate estimate = search.estimate(optimum);
            double[][] covariance = estimate.plain();
            double[] deviations = new double[covariance.length];
            for (int j = 0; j < deviations.length; j++) {
                deviations[j] = Math.sqrt(covariance[j][j]);
            }
            assertDigits(estimates, estimate.parameters(), NIST.get(name + ".estimate"), what);
            assertDigits(errors, deviations, NIST.get(name + ".error"), what + " standard errors");
            assertDigits(10, new double[] {estimate.rss()}, NIST.get(name + ".rss"), what + " rss");
            found[start] = estimate.parameters();
        }
        for (int j = 0; j < found[0].length; j++) {
            assertEquals(found[0][j], found[1][j], 1e-9 * Math.abs(found[0][j]), name + ": the starts agree");
        }
    }

    @ParameterizedTest
    @CsvSource({"Misra1a", "Thurber", "Rat43", "BoxBOD"})
    void gradientsAreThoseOfTheCurves(String name) {
        double[] estimate = NIST.get(name + ".estimate");
        double[] x = NIST.rows(name + ".x")[3];
        Figured.assertClose(Figured.differences(model(name), estimate, x), Figured.gradient(model(name), estimate, x),
                1e-6, name);
    }

    private static void assertDigits(double wanted, double[] got, double[] certified, String what) {
        double digits = Figured.digits(got, certified);
        assertTrue(digits >= wanted, what + " agree to " + digits + " digits only");
    }

    private static Curve model(String name) {
        return switch (name) {
            case "Thurber" -> new Thurber();
            case "Rat43" -> new Rat43();
            default -> new Saturation();
        };
    }

    /** b1 (1 − exp(−b2 x)) */
    private record Saturation() implements Curve {
        @Override
        public int parameters(int inputs) {
            return 2;
        }

        @Override
        public double value(double[] b, double[] x) {
            return b[0] * (1 - Math.exp(-b[1] * x[0]));
        }

        @Override
        public void gradient(double[] b, double[] x, double[] into) {
            into[0] = 1 - Math.exp(-b[1] * x[0]);
            into[1] = b[0] * x[0] * Math.exp(-b[1] * x[0]);
        }
    }

    /** (b1 + b2 x + b3 x² + b4 x³) / (1 + b5 x + b6 x² + b7 x³) */
    private record Thurber() implements Curve {
        @Override
        public int parameters(int inputs) {
            return 7;
        }

        private static double above(double[] b, double x) {
            return b[0] + x * (b[1] + x * (b[2] + x * b[3]));
        }

        private static double below(double[] b, double x) {
            return 1 + x * (b[4] + x * (b[5] + x * b[6]));
        }

        @Override
        public double value(double[] b, double[] x) {
            return above(b, x[0]) / below(b, x[0]);
        }

        @Override
        public void gradient(double[] b, double[] x, double[] into) {
            double below = below(b, x[0]);
            double power = 1;
            for (int j = 0; j < 4; j++) {
                into[j] = power / below;
                power *= x[0];
                if (j < 3) {
                    into[4 + j] = -above(b, x[0]) * power / (below * below);
                }
            }
        }
    }

    /** b1 / (1 + exp(b2 − b3 x))^(1/b4) */
    private record Rat43() implements Curve {
        @Override
        public int parameters(int inputs) {
            return 4;
        }

        @Override
        public double value(double[] b, double[] x) {
            return b[0] * Math.pow(1 + Math.exp(b[1] - b[2] * x[0]), -1 / b[3]);
        }

        @Override
        public void gradient(double[] b, double[] x, double[] into) {
            double tail = Math.exp(b[1] - b[2] * x[0]);
            double value = value(b, x);
            into[0] = value / b[0];
            into[1] = -value / b[3] * tail / (1 + tail);
            into[2] = x[0] * value / b[3] * tail / (1 + tail);
            into[3] = value * Math.log(1 + tail) / (b[3] * b[3]);
        }
    }
}
