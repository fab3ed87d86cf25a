package llmq.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where there is no fit to be had, that is said, and why; and nothing that comes out of a fit is ever infinite. */
class NoFitTest {
    private static final double[] SIX = {1, 2, 3, 4, 5, 6};

    private interface Fit {
        Fitted of(Regression regression, Sample sample) throws NoFit;
    }

    private static final Fit LINE = Regression::line;
    private static final Fit LOGISTIC = (regression, sample) -> regression.logistic(sample, 25, 100);
    private static final Fit POWER = (regression, sample) -> regression.power(sample, false);
    private static final Fit CONSTANT = (regression, sample) -> regression.power(sample, true);
    private static final Fit CHINCHILLA = Regression::chinchilla;

    private static double[][] columns(double[]... columns) {
        double[][] rows = new double[columns[0].length][columns.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                rows[i][j] = columns[j][i];
            }
        }
        return rows;
    }

    private static double[] of(int n, double value) {
        double[] values = new double[n];
        Arrays.fill(values, value);
        return values;
    }

    private static double[] plus(double[] x, double factor, double more) {
        return Arrays.stream(x).map(value -> value * factor + more).toArray();
    }

    static Stream<Arguments> cases() {
        double[] wild = {3, -1, 4, 1, 5, 9};
        double[] logs = Arrays.stream(SIX).map(x -> 2 + 3 * Math.log(x)).toArray();
        double[] eight = {1e8, 2e8, 4e8, 1e9, 3e9, 1e10, 4e10, 7e10};
        double[] tokens = {3e10, 1e10, 1e11, 4e10, 2e12, 1e11, 3e11, 1e12};
        double[] losses = {3.1, 3.2, 2.8, 2.7, 2.3, 2.4, 2.2, 2.0};
        return Stream.of(
            Arguments.of("line of 2 points", LINE, new double[] {1, 2}, columns(new double[] {1, 2}),
                    "TOO_FEW_POINTS -1"),
            Arguments.of("line of none", LINE, new double[0], new double[0][], "TOO_FEW_POINTS -1"),
            Arguments.of("three terms of 4 points", LINE, new double[] {1, 2, 3, 5},
                    new double[][] {{1, 2, 3}, {2, 1, 5}, {4, 4, 4}, {3, 8, 1}}, "TOO_FEW_POINTS -1"),
            Arguments.of("constant input", LINE, SIX, columns(wild, of(6, 1e25)), "CONSTANT_INPUT 1"),
            Arguments.of("constant input to within rounding", LINE, SIX,
                    columns(new double[] {0.3, 0.1 + 0.2, 0.3, 0.3, 0.3, 0.3}), "CONSTANT_INPUT 0"),
            Arguments.of("collinear inputs", LINE, SIX, columns(wild, SIX, plus(wild, 1e20, 7)),
                    "COLLINEAR_INPUT 2"),
            Arguments.of("indicators of every level", LINE, SIX, columns(new double[] {1, 1, 0, 0, 0, 0},
                    new double[] {0, 0, 1, 1, 0, 0}, new double[] {0, 0, 0, 0, 1, 1}), "COLLINEAR_INPUT 2"),
            Arguments.of("scores at chance and below", LOGISTIC, new double[] {25, 24, 23, 25, 22, 25}, columns(SIX),
                    "BEYOND_BOUNDS -1"),
            Arguments.of("scores at the maximum", LOGISTIC, of(6, 100), columns(SIX), "BEYOND_BOUNDS -1"),
            Arguments.of("scores that jump", LOGISTIC, new double[] {25, 25, 25, 100, 100, 100}, columns(SIX),
                    "BEYOND_BOUNDS -1"),
            Arguments.of("scores that jump with one between", LOGISTIC, new double[] {25, 25, 40, 100, 100, 100},
                    columns(SIX), "BEYOND_BOUNDS -1"),
            Arguments.of("scores about chance", LOGISTIC, new double[] {26, 23, 25.5, 22, 24, 26}, columns(SIX),
                    "BEYOND_BOUNDS -1"),
            Arguments.of("logistic on a constant", LOGISTIC, new double[] {30, 40, 50, 60, 70, 80},
                    columns(of(6, 3)), "CONSTANT_INPUT 0"),
            Arguments.of("logistic on collinear inputs", LOGISTIC, new double[] {30, 40, 50, 60, 70, 80},
                    columns(SIX, plus(SIX, -2, 1)), "COLLINEAR_INPUT 1"),
            Arguments.of("power of zero", POWER, SIX, columns(new double[] {0, 1, 2, 3, 4, 5}), "OUT_OF_DOMAIN 0"),
            Arguments.of("power of a negative number", CONSTANT, SIX, columns(plus(SIX, 1, -3)), "OUT_OF_DOMAIN 0"),
            Arguments.of("power of a constant", POWER, SIX, columns(of(6, 1e25)), "CONSTANT_INPUT 0"),
            Arguments.of("three parameters of two places", CONSTANT, wild,
                    columns(new double[] {1, 1, 1, 2, 2, 2}), "TOO_FEW_POINTS 0"),
            Arguments.of("power of a constant y", CONSTANT, of(6, 3), columns(SIX), "CONSTANT_RESPONSE -1"),
            Arguments.of("power of zeros", POWER, of(6, 0), columns(SIX), "CONSTANT_RESPONSE -1"),
            Arguments.of("a power with a constant through a logarithm", CONSTANT, logs, columns(SIX),
                    "NOT_CONVERGED -1"),
            Arguments.of("a power that jumps at the last point", POWER, new double[] {0, 0, 0, 0, 0, 5},
                    columns(SIX), "NOT_CONVERGED -1"),
            Arguments.of("a factor beyond numbers", POWER, Arrays.stream(SIX).map(x -> Math.pow(x, 16)).toArray(),
                    columns(plus(SIX, 1e25, 0)), "TOO_LARGE -1"),
            Arguments.of("squares beyond numbers", LINE, new double[] {0, -5, 1e308, -1e308, 1e-320, 1}, columns(SIX),
                    "TOO_LARGE -1"),
            Arguments.of("five points", CHINCHILLA, Arrays.copyOf(losses, 5),
                    columns(Arrays.copyOf(eight, 5), Arrays.copyOf(tokens, 5)), "TOO_FEW_POINTS -1"),
            Arguments.of("no tokens", CHINCHILLA, losses, columns(eight, plus(tokens, 1, -1e10)), "OUT_OF_DOMAIN 1"),
            Arguments.of("a loss of nothing", CHINCHILLA, plus(losses, 1, -2), columns(eight, tokens),
                    "OUT_OF_DOMAIN -1"),
            Arguments.of("twenty tokens a parameter", CHINCHILLA, losses, columns(eight, plus(eight, 20, 0)),
                    "COLLINEAR_INPUT 1"),
            Arguments.of("a loss that never changes", CHINCHILLA, of(8, 2), columns(eight, tokens),
                    "CONSTANT_RESPONSE -1"),
            Arguments.of("a loss that falls to nothing", CHINCHILLA,
                    Arrays.stream(tokens).map(x -> 1e4 * Math.pow(x, -0.4)).toArray(), columns(eight, tokens),
                    "NOT_CONVERGED -1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theReasonIsSaid(String name, Fit fit, double[] y, double[][] x, String reason) {
        for (Errors errors : new Errors[] {new Errors.Plain(), new Errors.Bootstrap(5, 1)}) {
            NoFit none = assertThrows(NoFit.class,
                    () -> fit.of(new Regression(errors, () -> { }), new Sample(y, x, null)), name);
            assertEquals(reason, none.reason() + " " + none.column(), name);
            assertEquals(none.reason() == NoFit.Reason.NOT_CONVERGED, none.tried() != null, name);
        }
    }

    /** y that never changes has a line, a power and a logistic curve: level ones, which are exact. */
    @Test
    void aLevelCurveIsAFit() throws NoFit {
        for (Fit fit : new Fit[] {LINE, LOGISTIC, POWER}) {
            Fitted fitted = fit.of(new Regression(new Errors.Plain(), () -> { }),
                    new Sample(of(6, 62.5), columns(SIX), null));
            assertEquals(62.5, fitted.predict(new double[] {9}), 1e-9);
            assertEquals(0, fitted.parameters()[1], 1e-9);
            assertTrue(fitted.exact());
            assertTrue(Double.isNaN(fitted.r2()));
        }
    }

    /** Samples that people have: few points, equal ones, whole numbers, jumps, scores at the bounds, huge figures. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void nothingIsEverInfinite(int which) {
        Fit fit = new Fit[] {LINE, LOGISTIC, POWER, CONSTANT, CHINCHILLA}[which];
        int fits = 0;
        int rounds = 200;
        for (int seed = 0; seed < rounds; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 2 + random.nextInt(11);
            double[][] x = new double[n][which == 4 ? 2 : which > 1 ? 1 : 1 + random.nextInt(2)];
            double[] y = new double[n];
            int[] clusters = new int[n];
            int grain = 1 + random.nextInt(8);
            double unit = Math.pow(10, random.nextInt(5) * 6 - 6);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < x[i].length; j++) {
                    x[i][j] = (random.nextInt(grain) + (which > 1 ? 1 : 0)) * unit;
                }
                double score = 20 + 10 * x[i][0] / unit + (random.nextInt(3) - 1) * random.nextInt(40);
                if (which == 4 && seed % 2 == 0) {
                    x[i] = new double[] {unit * (1 + random.nextInt(40)), unit * (1 + random.nextInt(40))};
                    score = 2 + 3 * Math.pow(x[i][0] / unit, -0.5) + 3 * Math.pow(x[i][1] / unit, -0.5)
                            + 0.1 * random.nextDouble();
                }
                y[i] = which != 4 && seed % 3 == 0 ? Math.max(25, Math.min(100, 5 * Math.round(score / 5))) : score * unit;
                clusters[i] = random.nextInt(4);
            }
            Errors errors = seed % 4 == 0 ? new Errors.Bootstrap(20, seed) : seed % 4 == 1 ? new Errors.Plain()
                    : new Errors.Clustered();
            Sample sample = new Sample(y, x, seed % 2 == 0 ? clusters : null);
            Regression regression = new Regression(errors, () -> { });
            try {
                Fitted fitted = fit.of(regression, sample);
                fits++;
                assertFinite(fitted, sample, which + " by seed " + seed);
                double off = regression.leaveOneOut(fitted, sample);
                assertTrue(Double.isFinite(off), which + " by seed " + seed + ": left out " + off);
            } catch (NoFit none) {
                assertTrue(none.reason() != null);
            }
        }
        assertTrue(fits > rounds / 20, which + " has " + fits + " fits");
    }

    private static void assertFinite(Fitted fitted, Sample sample, String what) {
        for (int j = 0; j < fitted.parameters().length; j++) {
            assertTrue(Double.isFinite(fitted.parameters()[j]), what);
            for (double value : new double[] {fitted.standardError(j), fitted.t(j), fitted.p(j),
                fitted.interval(j).low(), fitted.interval(j).high()}) {
                assertTrue(!Double.isInfinite(value), what + ": " + value);
            }
        }
        for (double value : new double[] {fitted.r2(), fitted.adjustedR2(), fitted.rmse(), fitted.aic()}) {
            assertTrue(!Double.isInfinite(value), what + ": " + value);
        }
        for (double[] x : sample.x()) {
            assertTrue(Double.isFinite(fitted.predict(x)), what);
            assertTrue(!(fitted.leverage(x) > 1 + 1e-3), what + ": leverage " + fitted.leverage(x));
            for (Interval interval : new Interval[] {fitted.mean(x), fitted.prediction(x),
                fitted.difference(sample.x()[0], x)}) {
                assertTrue(!Double.isInfinite(interval.low()) && !Double.isInfinite(interval.high()), what);
                assertTrue(!(interval.low() > interval.high()), what + ": " + interval);
            }
        }
    }
}
