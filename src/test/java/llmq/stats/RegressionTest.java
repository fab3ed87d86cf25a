package llmq.stats;

import static llmq.stats.Figured.assertClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every fit, whatever the points. */
class RegressionTest {
    private static final Runnable QUIET = () -> { };

    /** One of each kind, with a sample of forty rows that it suits. */
    enum Kind {
        LINE {
            @Override
            Fitted fit(Sample sample, Errors errors) throws NoFit {
                return new Regression(errors, QUIET).line(sample);
            }
        },
        LOGISTIC {
            @Override
            Fitted fit(Sample sample, Errors errors) throws NoFit {
                return new Regression(errors, QUIET).logistic(sample, 25, 100);
            }
        },
        POWER {
            @Override
            Fitted fit(Sample sample, Errors errors) throws NoFit {
                return new Regression(errors, QUIET).power(sample, true);
            }
        },
        CHINCHILLA {
            @Override
            Fitted fit(Sample sample, Errors errors) throws NoFit {
                return new Regression(errors, QUIET).chinchilla(sample);
            }
        };

        abstract Fitted fit(Sample sample, Errors errors) throws NoFit;

        Sample sample(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 40;
            double[][] x = new double[n][this == POWER ? 1 : 2];
            double[] y = new double[n];
            int[] clusters = new int[n];
            for (int i = 0; i < n; i++) {
                clusters[i] = random.nextInt(8);
                double noise = random.nextDouble() - 0.5;
                if (this == LINE || this == LOGISTIC) {
                    x[i] = new double[] {20 + 6 * random.nextDouble(), 2020 + 5 * random.nextDouble()};
                    double eta = -23 + x[i][0] + 0.1 * (x[i][1] - 2022);
                    y[i] = this == LINE ? 50 + 8 * eta + 6 * noise : 25 + 75 / (1 + Math.exp(-eta)) + 6 * noise;
                } else {
                    double size = Math.exp(18 + 6 * random.nextDouble());
                    x[i] = this == POWER ? new double[] {size}
                            : new double[] {size, Math.exp(21 + 7 * random.nextDouble())};
                    y[i] = this == POWER ? 1.7 + 400 * Math.pow(size, -0.32) + 0.04 * noise
                            : new Chinchilla().value(new double[] {1.7, 400, 0.34, 400, 0.28}, x[i])
                                    * (1 + 0.005 * noise);
                }
            }
            return new Sample(y, x, clusters);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfRowsDoesNotMatter(Kind kind) throws NoFit {
        Sample sample = kind.sample(1);
        int n = sample.size();
        double[] y = new double[n];
        double[][] x = new double[n][];
        int[] clusters = new int[n];
        for (int i = 0; i < n; i++) {
            int from = i * 7 % n;
            y[i] = sample.y()[from];
            x[i] = sample.x()[from];
            clusters[i] = 3 * (8 - sample.clusters()[from]);
        }
        Fitted one = kind.fit(sample, new Errors.Clustered());
        Fitted other = kind.fit(new Sample(y, x, clusters), new Errors.Clustered());
        assertClose(one.parameters(), other.parameters(), 1e-8, "parameters");
        assertClose(Figured.errors(one), Figured.errors(other), 1e-7, "standard errors");
    }

    @ParameterizedTest
    @EnumSource
    void theSameSampleGivesTheSameFitToTheLastBit(Kind kind) throws NoFit {
        Fitted one = kind.fit(kind.sample(2), new Errors.Clustered());
        Fitted other = kind.fit(kind.sample(2), new Errors.Clustered());
        assertArrayEquals(one.parameters(), other.parameters());
        assertArrayEquals(Figured.intervals(one), Figured.intervals(other));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-20, 1e-3, 1e25})
    void scalingAnInputScalesItsSlope(double scale) throws NoFit {
        for (Kind kind : new Kind[] {Kind.LINE, Kind.LOGISTIC}) {
            Sample sample = kind.sample(3);
            double[][] x = new double[sample.size()][];
            for (int i = 0; i < x.length; i++) {
                x[i] = new double[] {sample.x()[i][0] * scale, sample.x()[i][1]};
            }
            Fitted plain = kind.fit(sample, new Errors.Clustered());
            Fitted scaled = kind.fit(new Sample(sample.y(), x, sample.clusters()), new Errors.Clustered());
            double[] wanted = plain.parameters().clone();
            double[] errors = Figured.errors(plain);
            wanted[1] /= scale;
            errors[1] /= scale;
            assertClose(wanted, scaled.parameters(), 1e-8, kind + " parameters");
            assertClose(errors, Figured.errors(scaled), 1e-8, kind + " errors");
            assertClose(Figured.t(plain), Figured.t(scaled), 1e-8, kind + " t");
        }
    }

    /** Of the intercept or constant, and of the other columns of the Jacobian too: what least squares means. */
    @ParameterizedTest
    @EnumSource(names = "CHINCHILLA", mode = EnumSource.Mode.EXCLUDE)
    void residualsAreAtRightAnglesToTheJacobian(Kind kind) throws NoFit {
        Sample sample = kind.sample(4);
        Fitted fitted = kind.fit(sample, new Errors.Plain());
        double[] sums = new double[fitted.parameters().length];
        double[] sizes = new double[sums.length];
        double rss = 0;
        for (int i = 0; i < sample.size(); i++) {
            double residual = sample.y()[i] - fitted.predict(sample.x()[i]);
            double[] gradient = Figured.gradient(fitted.curve(), fitted.parameters(), sample.x()[i]);
            rss += residual * residual;
            for (int j = 0; j < sums.length; j++) {
                sums[j] += residual * gradient[j];
                sizes[j] += Math.abs(residual * gradient[j]);
            }
        }
        for (int j = 0; j < sums.length; j++) {
            assertEquals(0, sums[j] / sizes[j], 1e-9, "parameter " + j);
        }
        assertEquals(fitted.rss(), rss, 1e-9 * rss);
    }

    @ParameterizedTest
    @EnumSource
    void leveragesSumToTheNumberOfParameters(Kind kind) throws NoFit {
        Sample sample = kind.sample(5);
        Fitted fitted = kind.fit(sample, new Errors.Plain());
        double sum = 0;
        for (double[] x : sample.x()) {
            sum += fitted.leverage(x);
        }
        assertEquals(fitted.parameters().length, sum, 1e-6);
    }

    /** Where each row is a cluster of its own, CR1 is HC1: (J'J)⁻¹ J' diag(e²) J (J'J)⁻¹ · n/(n − p). */
    @ParameterizedTest
    @EnumSource(names = "CHINCHILLA", mode = EnumSource.Mode.EXCLUDE)
    void clustersOfOneRowAreHc1(Kind kind) throws NoFit {
        Sample sample = kind.sample(6);
        int n = sample.size();
        int[] own = new int[n];
        Arrays.setAll(own, i -> i);
        Fitted fitted = kind.fit(new Sample(sample.y(), sample.x(), own), new Errors.Clustered());
        int p = fitted.parameters().length;
        double[][] jacobian = new double[n][];
        double[][] weighted = new double[n][p];
        for (int i = 0; i < n; i++) {
            jacobian[i] = Figured.gradient(fitted.curve(), fitted.parameters(), sample.x()[i]);
            double residual = sample.y()[i] - fitted.predict(sample.x()[i]);
            for (int j = 0; j < p; j++) {
                weighted[i][j] = jacobian[i][j] * residual;
            }
        }
        RealMatrix j = new Array2DRowRealMatrix(jacobian);
        RealMatrix e = new Array2DRowRealMatrix(weighted);
        RealMatrix bread = new LUDecomposition(j.transpose().multiply(j), 0).getSolver().getInverse();
        RealMatrix hc1 = bread.multiply(e.transpose().multiply(e)).multiply(bread).scalarMultiply((double) n / (n - p));
        for (int k = 0; k < p; k++) {
            assertEquals(Math.sqrt(hc1.getEntry(k, k)), fitted.standardError(k), 1e-4 * fitted.standardError(k));
        }
        assertEquals(n - 1, fitted.degrees());
        assertEquals(n, fitted.clusters());
    }

    @Test
    void withoutClustersClusteredErrorsArePlain() throws NoFit {
        Sample sample = Kind.LINE.sample(7);
        Sample independent = new Sample(sample.y(), sample.x(), null);
        Fitted plain = Kind.LINE.fit(sample, new Errors.Plain());
        Fitted clustered = Kind.LINE.fit(independent, new Errors.Clustered());
        assertArrayEquals(Figured.errors(plain), Figured.errors(clustered));
        assertEquals(0, clustered.clusters());
        assertEquals(37, clustered.degrees());
    }

    @ParameterizedTest
    @EnumSource
    void leavingOneOutIsFittingWithoutIt(Kind kind) throws NoFit {
        Sample sample = kind.sample(8);
        int n = sample.size();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double[] y = new double[n - 1];
            double[][] x = new double[n - 1][];
            for (int k = 0; k < n - 1; k++) {
                y[k] = sample.y()[k < i ? k : k + 1];
                x[k] = sample.x()[k < i ? k : k + 1];
            }
            Fitted others = kind.fit(new Sample(y, x, null), new Errors.Plain());
            sum += Math.pow(sample.y()[i] - others.predict(sample.x()[i]), 2);
        }
        Regression regression = new Regression(new Errors.Plain(), QUIET);
        assertEquals(Math.sqrt(sum / n), regression.leaveOneOut(kind.fit(sample, new Errors.Plain()), sample), 1e-6);
    }

    @Test
    void theIntervalOfADifferenceIsThatOfTheSlope() throws NoFit {
        Fitted fitted = Kind.LINE.fit(Kind.LINE.sample(9), new Errors.Clustered());
        Interval slope = fitted.interval(1);
        Interval difference = fitted.difference(new double[] {21, 2022}, new double[] {24, 2022});
        assertEquals(3 * slope.low(), difference.low(), 1e-9);
        assertEquals(3 * slope.high(), difference.high(), 1e-9);
        Interval none = fitted.difference(new double[] {21, 2022}, new double[] {21, 2022});
        assertEquals(new Interval(0, 0), none);
    }

    @ParameterizedTest
    @EnumSource
    void aPerfectFitIsExact(Kind kind) throws NoFit {
        Sample noisy = kind.sample(10);
        Fitted rough = kind.fit(noisy, new Errors.Plain());
        assertFalse(rough.exact());
        double[] y = new double[noisy.size()];
        for (int i = 0; i < y.length; i++) {
            y[i] = rough.predict(noisy.x()[i]);
        }
        Sample sample = new Sample(y, noisy.x(), noisy.clusters());
        for (Errors errors : new Errors[] {new Errors.Plain(), new Errors.Clustered(), new Errors.Bootstrap(9, 1)}) {
            Fitted fitted = kind.fit(sample, errors);
            assertTrue(fitted.exact(), kind + " by " + errors);
            assertClose(rough.parameters(), fitted.parameters(), 1e-6, "parameters");
            for (int j = 0; j < fitted.parameters().length; j++) {
                double estimate = fitted.parameters()[j];
                assertEquals(0, fitted.standardError(j));
                assertEquals(new Interval(estimate, estimate), fitted.interval(j));
                assertTrue(Double.isNaN(fitted.t(j)) && Double.isNaN(fitted.p(j)));
            }
            double there = fitted.predict(sample.x()[0]);
            assertEquals(new Interval(there, there), fitted.prediction(sample.x()[0]));
            assertEquals(0, fitted.rmse());
            assertEquals(1, fitted.r2());
            assertEquals(1, fitted.adjustedR2());
            assertTrue(Double.isNaN(fitted.aic()));
            assertEquals(0, new Regression(errors, QUIET).leaveOneOut(fitted, sample));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 3, 4.5, 10, 30, 1000, 1e6})
    void quantilesOfStudentsDistribution(double degrees) {
        double t = Students.quantile(degrees);
        assertEquals(0.05, Students.twoSided(t, degrees), 1e-11);
        assertEquals(new TDistribution(degrees).inverseCumulativeProbability(0.975), t, 1e-7 * t);
    }

    /** One row decides a column by itself: without it there is no line. */
    @Test
    void aRowThatCannotBeLeftOutIsSaid() throws NoFit {
        double[][] x = {{1, 0}, {2, 0}, {3, 0}, {4, 0}, {5, 1}};
        Sample sample = new Sample(new double[] {1, 3, 2, 5, 4}, x, null);
        Fitted fitted = Kind.LINE.fit(sample, new Errors.Plain());
        NoFit none = assertThrows(NoFit.class,
                () -> new Regression(new Errors.Plain(), QUIET).leaveOneOut(fitted, sample));
        assertEquals(NoFit.Reason.CONSTANT_INPUT, none.reason());
        assertEquals(1, none.column());
        assertEquals(4, none.row());
    }
}
