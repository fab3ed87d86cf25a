package llmq.stats;

import static llmq.stats.Figured.assertClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapTest {
    private static final Runnable QUIET = () -> { };

    @ParameterizedTest
    @EnumSource
    void aSeedRepeats(RegressionTest.Kind kind) throws NoFit {
        Sample sample = kind.sample(1);
        Fitted one = kind.fit(sample, new Errors.Bootstrap(50, 7));
        Fitted again = kind.fit(sample, new Errors.Bootstrap(50, 7));
        Fitted other = kind.fit(sample, new Errors.Bootstrap(50, 8));
        assertTrue(Arrays.deepEquals(one.draws(), again.draws()));
        assertFalse(Arrays.deepEquals(one.draws(), other.draws()));
        assertEquals(50, one.draws().length + one.failed());
    }

    /** The fast way and the long way draw the same rows, so that their draws are the same. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void theFastWayOfTheLineIsTheLongWay(int shape) throws NoFit {
        Sample whole = RegressionTest.Kind.LINE.sample(2);
        double[][] x = whole.x();
        if (shape < 2) {
            x = Arrays.stream(whole.x()).map(row -> new double[] {row[0]}).toArray(double[][]::new);
        } else if (shape == 3) {
            // Alike to a share of 1e-5, where the fast way hands over.
            x = Arrays.stream(whole.x()).map(row -> new double[] {row[0], row[0] + 1e-5 * row[1]})
                    .toArray(double[][]::new);
        }
        Sample sample = new Sample(whole.y(), x, shape % 2 == 0 ? whole.clusters() : null);
        Errors.Bootstrap asked = new Errors.Bootstrap(200, 3);
        Bootstrap fast = LineBootstrap.of(sample, asked, QUIET);
        Bootstrap slow = Bootstrap.of(new LeastSquares(QUIET), sample, new double[x[0].length + 1], asked, QUIET);
        assertEquals(slow.failed(), fast.failed());
        for (int i = 0; i < fast.draws().length; i++) {
            assertClose(slow.draws()[i], fast.draws()[i], 1e-8, "draw " + i);
        }
    }

    @Test
    void intervalsAreQuantilesOfTheDraws() throws NoFit {
        Fitted fitted = RegressionTest.Kind.LINE.fit(RegressionTest.Kind.LINE.sample(3), new Errors.Bootstrap(999, 1));
        double[] slopes = Arrays.stream(fitted.draws()).mapToDouble(draw -> draw[1]).sorted().toArray();
        assertEquals(new Interval(slopes[24] + 0.95 * (slopes[25] - slopes[24]), slopes[973]
                + 0.05 * (slopes[974] - slopes[973])), fitted.interval(1));
        double[] place = {23, 2024};
        double[] means = Arrays.stream(fitted.draws()).mapToDouble(draw -> draw[0] + 23 * draw[1] + 2024 * draw[2])
                .sorted().toArray();
        assertEquals(means[24] + 0.95 * (means[25] - means[24]), fitted.mean(place).low(), 1e-9);
        Interval prediction = fitted.prediction(place);
        assertTrue(prediction.low() < fitted.mean(place).low() && prediction.high() > fitted.mean(place).high());
    }

    /** Its standard errors are near those of theory, HC1 and CR1: the same question answered by other means. */
    @Test
    void itAgreesWithTheSandwich() throws NoFit {
        Sample clustered = RegressionTest.Kind.LINE.sample(4);
        int n = clustered.size();
        int[] own = new int[n];
        Arrays.setAll(own, i -> i);
        for (int way = 0; way < 2; way++) {
            Sample sample = new Sample(clustered.y(), clustered.x(), way == 0 ? own : clustered.clusters());
            double[] sandwich = Figured.errors(RegressionTest.Kind.LINE.fit(sample, new Errors.Clustered()));
            double[] drawn = Figured.errors(RegressionTest.Kind.LINE.fit(sample, new Errors.Bootstrap(4000, 5)));
            for (int j = 0; j < drawn.length; j++) {
                // Of eight clusters only: there the two differ by more.
                assertEquals(1, drawn[j] / sandwich[j], way == 0 ? 0.15 : 0.4, "parameter " + j);
            }
        }
    }

    @Test
    void drawsComeAsOftenAsChanceHasThem() {
        int[] counts = new int[150];
        Resamples resamples = new Resamples(1, counts.length);
        int[] drawn = new int[counts.length - 1];
        for (int round = 0; round < 10_000; round++) {
            resamples.next(drawn);
            for (int row : drawn) {
                counts[row]++;
            }
        }
        double square = 0;
        for (int count : counts) {
            square += Math.pow(count - 1e4 * 149 / 150, 2) / (1e4 * 149 / 150);
        }
        // χ² of 149 degrees is between 99 and 207 in all but one of a thousand cases.
        assertTrue(square > 99 && square < 207, "chi squared is " + square);
    }

    /** Three rows: now and then a sample has one of them thrice, and no slope. */
    @Test
    void whatCannotBeFittedIsCounted() throws NoFit {
        Sample sample = new Sample(new double[] {1, 3, 4}, new double[][] {{1}, {2}, {3}}, null);
        Fitted fitted = RegressionTest.Kind.LINE.fit(sample, new Errors.Bootstrap(9000, 1));
        assertEquals(1000, fitted.failed(), 150);
        assertEquals(9000, fitted.failed() + fitted.draws().length);
        for (double[] draw : fitted.draws()) {
            assertTrue(Double.isFinite(draw[0]) && Double.isFinite(draw[1]));
        }
    }

    /** Two clusters, one without a slope of its own: half of the samples have one. */
    @Test
    void wholeClustersAreDrawn() throws NoFit {
        double[][] x = {{1}, {1}, {2}, {4}};
        Sample sample = new Sample(new double[] {1, 1, 3, 6}, x, new int[] {5, 5, 9, 9});
        Fitted fitted = RegressionTest.Kind.LINE.fit(sample, new Errors.Bootstrap(4000, 2));
        assertEquals(1000, fitted.failed(), 120);
        assertEquals(2, fitted.clusters());
        assertEquals(1, fitted.degrees());
        assertEquals(2, Arrays.stream(fitted.draws()).map(draw -> Math.round(draw[1] * 1e6)).distinct().count());
    }

    @Test
    void noDrawsLeaveTheErrorsUnknown() throws NoFit {
        Fitted fitted = RegressionTest.Kind.LINE.fit(RegressionTest.Kind.LINE.sample(6), new Errors.Bootstrap(1, 1));
        assertTrue(Double.isNaN(fitted.standardError(0)));
        assertEquals(Interval.UNKNOWN, fitted.interval(0));
        assertEquals(Interval.UNKNOWN, fitted.mean(new double[] {23, 2024}));
        assertEquals(Interval.UNKNOWN, fitted.prediction(new double[] {23, 2024}));
        assertTrue(Double.isNaN(fitted.p(0)));
    }

    @ParameterizedTest
    @EnumSource
    void thePulseEndsIt(RegressionTest.Kind kind) {
        int[] beats = {0};
        Regression regression = new Regression(new Errors.Bootstrap(100_000, 1), () -> {
            if (++beats[0] == 3) {
                throw new IllegalStateException("enough");
            }
        });
        Sample sample = kind.sample(7);
        assertThrows(IllegalStateException.class, () -> {
            switch (kind) {
                case LINE -> regression.line(sample);
                case LOGISTIC -> regression.logistic(sample, 25, 100);
                case POWER -> regression.power(sample, true);
                default -> regression.chinchilla(sample);
            }
        });
    }

    @Test
    void drawsOfABootstrapAreOfTheCurve() throws NoFit {
        Fitted fitted = RegressionTest.Kind.LOGISTIC.fit(RegressionTest.Kind.LOGISTIC.sample(8),
                new Errors.Bootstrap(300, 4));
        assertEquals(0, fitted.failed());
        assertArrayEquals(new double[] {1, 1, 1}, new double[] {
            fitted.interval(0).contains(fitted.parameters()[0]) ? 1 : 0,
            fitted.interval(1).contains(fitted.parameters()[1]) ? 1 : 0,
            fitted.interval(2).contains(fitted.parameters()[2]) ? 1 : 0});
        Interval mean = fitted.mean(new double[] {26, 2024});
        assertTrue(mean.high() < 100 && mean.low() > 25, mean.toString());
    }
}
