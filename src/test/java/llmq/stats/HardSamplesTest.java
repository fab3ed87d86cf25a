package llmq.stats;

import static llmq.stats.Figured.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Samples far from 1, and very many rows. */
class HardSamplesTest {
    private static final Runnable QUIET = () -> { };
    private static final double[] NOISE = {0.3, -1.1, 0.9, 0.2, -0.4, 1.6, -0.8, -0.9, 0.1, 0.7, -1.3, 0.6};

    /** y = middle + slope · x + size · noise at x = from, from + 1 … */
    private static Sample line(double middle, double slope, double size, double from) {
        double[] y = new double[NOISE.length];
        double[][] x = new double[y.length][1];
        for (int i = 0; i < y.length; i++) {
            x[i][0] = from + i;
            y[i] = middle + (slope * i + size * NOISE[i]);
        }
        return new Sample(y, x, null);
    }

    private static Fitted fit(Sample sample) throws NoFit {
        return new Regression(new Errors.Plain(), QUIET).line(sample);
    }

    /** A double near 1e15 has a last digit of 0.125, in which this noise can be seen. */
    @Test
    void noiseFarFromZeroIsNoise() throws NoFit {
        Fitted near = fit(line(0, 3, 1, 0));
        Fitted far = fit(line(1e15, 3, 1, 0));
        assertFalse(far.exact());
        assertClose(Figured.errors(near), Figured.errors(far), 0.05, "errors");
        assertEquals(near.rmse(), far.rmse(), 0.05 * near.rmse());
        assertEquals(3, far.parameters()[1], 0.2);
    }

    @ParameterizedTest
    @CsvSource({"50, 13, 0", "1e15, 3, 0", "1e-12, 1e-14, 0", "50, 13, 2e15", "7, 0, 0", "0, 0, 0"})
    void roundingIsNotNoise(double middle, double slope, double start) throws NoFit {
        double from = start > 0 ? 2024 : 0;
        Sample sample = line(middle, slope, 0, from);
        assertTrue(fit(sample).exact());
        double[] y = sample.y().clone();
        y[4] += 1e-9 * Math.max(Math.abs(y[4]), 1e-9);
        assertFalse(fit(new Sample(y, sample.x(), null)).exact());
    }

    @ParameterizedTest
    @CsvSource({"0, 1e15, CLOSE_INPUT", "0, 1e9, CLOSE_INPUT", "0, 1e200, TOO_LARGE", "0, 1e308, TOO_LARGE", "1e200, 0, TOO_LARGE",
        "1e308, 0, TOO_LARGE", "0, 1e18, CONSTANT_INPUT"})
    void theReasonIsHonest(double middle, double from, NoFit.Reason reason) {
        assertEquals(reason, assertThrows(NoFit.class, () -> fit(line(middle, 3, 1, from))).reason());
    }

    @Test
    void tooSmallAResponseIsSaid() {
        Sample sample = line(0, 1e-200, 1e-200, 0);
        assertEquals(NoFit.Reason.TOO_LARGE, assertThrows(NoFit.class, () -> fit(sample)).reason());
    }

    /** Figures as large or small as one may meet do not touch what a fit says. */
    @ParameterizedTest
    @CsvSource({"1e100, 1", "1e-100, 1", "1, 1e100", "1, 1e-100", "1e60, 1e60"})
    void unitsDoNotMatter(double ofY, double ofX) throws NoFit {
        Sample plain = line(5, 3, 1, 1);
        double[][] x = new double[plain.size()][];
        for (int i = 0; i < x.length; i++) {
            x[i] = new double[] {plain.x()[i][0] * ofX};
        }
        Fitted fitted = fit(new Sample(Arrays.stream(plain.y()).map(y -> y * ofY).toArray(), x, null));
        assertClose(Figured.t(fit(plain)), Figured.t(fitted), 1e-10, "t");
        assertEquals(fit(plain).parameters()[1], fitted.parameters()[1] / ofY * ofX, 1e-10);
    }

    /** Leverages, too, are told of columns far from 0, as seconds since 1970 are. */
    @Test
    void leavingOneOutDoesNotMindTheOrigin() throws NoFit {
        Sample near = line(5, 3, 1, 0);
        Sample far = line(5, 3, 1, 1e7);
        Regression regression = new Regression(new Errors.Plain(), QUIET);
        assertEquals(regression.leaveOneOut(regression.line(near), near),
                regression.leaveOneOut(regression.line(far), far), 1e-7);
        Interval before = regression.line(near).mean(new double[] {3});
        Interval after = regression.line(far).mean(new double[] {1e7 + 3});
        assertEquals(before.high() - before.low(), after.high() - after.low(), 1e-2);
    }

    /** Blocks of rows, fewer rows than columns in the first of them, and columns that follow from others. */
    @ParameterizedTest
    @CsvSource({"5, 3", "64, 2", "1000, 7", "40000, 1", "20000, 4", "130, 100", "700, 600"})
    void factorsAreThoseOfCommonsMath(int n, int p) {
        SplittableRandom random = new SplittableRandom(n);
        double[][] rows = new double[n][p];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = random.nextDouble() - 0.5;
            for (int j = 0; j < p; j++) {
                rows[i][j] = n < 64 || random.nextInt(3) == 0 ? random.nextDouble() : 0;
            }
        }
        Design design = new Design(Rows.of(rows), QUIET);
        QRDecomposition qr = new QRDecomposition(new Array2DRowRealMatrix(rows));
        for (int i = 0; i < p; i++) {
            for (int j = i; j < p; j++) {
                assertEquals(Math.abs(qr.getR().getEntry(i, j)), Math.abs(design.triangle()[i][j]),
                        1e-10 * design.length(j), i + ", " + j);
            }
        }
        double[] wanted = qr.getSolver().solve(new ArrayRealVector(y)).toArray();
        double[] got = design.solve(y);
        for (int j = 0; j < p; j++) {
            assertEquals(wanted[j], got[j], 1e-9);
        }
        assertEquals(-1, design.dependent(1e-9));
        for (double[] row : rows) {
            row[p - 1] = p == 1 ? 0 : 2 * row[0];
        }
        assertEquals(p - 1, new Design(Rows.of(rows), QUIET).dependent(1e-9));
    }

    /** Whoever waits for a fit to many rows is asked many times whether to go on, and may say no at any of them. */
    @ParameterizedTest
    @EnumSource(RegressionTest.Kind.class)
    void aFitCanBeStopped(RegressionTest.Kind kind) throws NoFit {
        Sample few = kind.sample(3);
        int n = 100_000;
        double[] y = new double[n];
        double[][] x = new double[n][];
        for (int i = 0; i < n; i++) {
            y[i] = few.y()[i % few.size()];
            x[i] = few.x()[i % few.size()];
        }
        Sample many = new Sample(y, x, null);
        int[] asked = {0};
        int[] last = {Integer.MAX_VALUE};
        Runnable pulse = () -> {
            if (++asked[0] > last[0]) {
                throw new CancellationException();
            }
        };
        fit(kind, many, pulse);
        int all = asked[0];
        assertTrue(all >= n / 20_000, "asked " + all + " times");
        for (int at : new int[] {1, all / 2, all - 1}) {
            asked[0] = 0;
            last[0] = at;
            assertThrows(CancellationException.class, () -> fit(kind, many, pulse));
        }
    }

    private static Fitted fit(RegressionTest.Kind kind, Sample sample, Runnable pulse) throws NoFit {
        Regression regression = new Regression(new Errors.Plain(), pulse);
        return switch (kind) {
            case LINE -> regression.line(sample);
            case LOGISTIC -> regression.logistic(sample, 25, 100);
            case POWER -> regression.power(sample, true);
            case CHINCHILLA -> regression.chinchilla(sample);
        };
    }
}
