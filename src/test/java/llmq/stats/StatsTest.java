package llmq.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Figures come from publications, or from NumPy 2.4 and SciPy 1.17 by the command that stands beside them; and what is
 * computed by hand, since loading it would cost start-up, agrees with Commons Math on random samples.
 */
class StatsTest {
    private static final double[] X = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3};
    private static final double[] Y = {2, 7, 1, 8, 2, 8, 1, 8, 2, 8};

    // scipy.stats.rankdata([3,1,4,1,5,9,2,6,5,3])
    @Test
    void equalValuesShareTheAverageOfTheirRanks() {
        assertArrayEquals(new double[] {4.5, 1.5, 6, 1.5, 7.5, 10, 3, 9, 7.5, 4.5}, Ranks.average(X));
        assertArrayEquals(new double[] {1.5, 1.5, 3}, Ranks.average(new double[] {0.0, -0.0, 1e-300}));
        assertArrayEquals(new double[0], Ranks.average(new double[0]));
    }

    @Test
    void spearmanOfPublishedSamples() {
        // The example of Wikipedia, "Spearman's rank correlation coefficient": IQ and hours of television, -29/165.
        double[] iq = {106, 100, 86, 101, 99, 103, 97, 113, 112, 110};
        double[] hours = {7, 27, 2, 50, 28, 29, 20, 12, 6, 17};
        assertEquals(-29.0 / 165, Correlations.spearman(iq, hours), 1e-15);
        // scipy.stats.spearmanr(X, Y).statistic, with ties in both
        assertEquals(0.13471506281091267, Correlations.spearman(X, Y), 1e-15);
    }

    @Test
    void spearmanOfTooLittleIsUnknown() {
        assertTrue(Double.isNaN(Correlations.spearman(new double[0], new double[0])));
        assertTrue(Double.isNaN(Correlations.spearman(new double[] {1}, new double[] {2})));
        assertTrue(Double.isNaN(Correlations.spearman(new double[] {1, 2, 3}, new double[] {4, 4, 4})));
    }

    // The first set of Anscombe, "Graphs in Statistical Analysis" (1973), correlation 0.816; numpy.corrcoef to the end
    @Test
    void pearsonOfAnscombesFirstSet() {
        double[] x = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
        double[] y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};
        assertEquals(0.81642051634484, Correlations.pearson(x, y), 1e-14);
    }

    // numpy.quantile([3,1,4,1,5,9,2,6,5,3], q)
    @ParameterizedTest
    @CsvSource({"0, 1", "0.05, 1", "0.25, 2.25", "0.5, 3.5", "0.9, 6.3", "1, 9"})
    void quantileIsTypeSeven(double share, double wanted) {
        assertEquals(wanted, Quantiles.quantile(X.clone(), share), 1e-14);
    }

    @Test
    void quantileOfNothingIsUnknownAndOfOneItself() {
        assertTrue(Double.isNaN(Quantiles.quantile(new double[0], 0.5)));
        assertEquals(7, Quantiles.quantile(new double[] {7}, 0.3));
    }

    @Test
    void byHandAgreesWithCommonsMath() {
        Random random = new Random(5);
        for (int n = 2; n < 300; n++) {
            double[] x = new double[n];
            double[] y = new double[n];
            int distinct = 1 + random.nextInt(2 * n);
            for (int i = 0; i < n; i++) {
                x[i] = random.nextInt(distinct) - distinct / 2;
                y[i] = x[i] + random.nextGaussian();
            }
            double share = random.nextDouble();
            Percentile percentile = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
            assertEquals(percentile.evaluate(x, 100 * share), Quantiles.quantile(x.clone(), share), 1e-9);
            double spearman = Correlations.spearman(x, y);
            assertEquals(new SpearmansCorrelation().correlation(x, y), spearman, 1e-12);
        }
    }

    // 100*numpy.sqrt(p*(1-p)/n)
    @ParameterizedTest
    @CsvSource({"25, 14042, 0.36541481560847106", "70.5, 14042, 0.3848496377775078", "50, 164, 3.904344047215152",
        "0, 100, 0", "100, 100, 0"})
    void standardErrorOfAScore(double score, double questions, double wanted) {
        assertEquals(wanted, Sampling.standardError(score, questions), 1e-14);
    }

    @ParameterizedTest
    @CsvSource({"-1, 100", "101, 100", "NaN, 100", "50, NaN", "50, 0"})
    void standardErrorOfWhatIsNoScoreIsUnknown(double score, double questions) {
        assertTrue(Double.isNaN(Sampling.standardError(score, questions)));
    }

    // Agresti, "Categorical Data Analysis", the aspirin study: heart attacks of 189 in 11,034 and 104 in 11,037;
    // standard error of the difference 0.0015, and the two differ.
    @Test
    void aspirinAndPlaceboDiffer() {
        double placebo = 100 * 189 / 11034.0;
        double aspirin = 100 * 104 / 11037.0;
        double errorPlacebo = Sampling.standardError(placebo, 11034);
        double errorAspirin = Sampling.standardError(aspirin, 11037);
        assertEquals(0.0015, Math.hypot(errorPlacebo, errorAspirin) / 100, 0.00005);
        assertTrue(Sampling.differ(placebo, errorPlacebo, aspirin, errorAspirin));
    }

    // 2*scipy.stats.norm.sf(z): 0.067, 0.044, 0.066 and 0.043
    @ParameterizedTest
    @CsvSource({"50, 60, 164, false", "50, 61, 164, true", "70, 71, 14042, false", "70, 71.1, 14042, true",
        "71.1, 70, 14042, true", "50, 50, 164, false"})
    void scoresDifferAtFivePercent(double a, double b, double questions, boolean wanted) {
        assertEquals(wanted, Sampling.differ(a, Sampling.standardError(a, questions), b,
                Sampling.standardError(b, questions)));
    }

    @Test
    void anUnknownErrorTellsNothingApart() {
        assertFalse(Sampling.differ(1, Double.NaN, 100, 0.1));
    }

    @Test
    void theNormalConstantIsCommonsMaths() {
        assertEquals(new NormalDistribution().inverseCumulativeProbability(0.975), Sampling.NORMAL_95, 1e-14);
    }

    /** R 4.2: t.test(c(1, 2, 4, 8.5))$conf.int, mean and sd. */
    @Test
    void theIntervalOfAMeanIsThatOfStudent() {
        Interval interval = Sampling.ofMean(3.875, 3.3260336739125176, 4);
        assertEquals(-1.4174617883960441, interval.low(), 1e-12);
        assertEquals(9.1674617883960448, interval.high(), 1e-12);
        assertEquals(Interval.UNKNOWN, Sampling.ofMean(1, Double.NaN, 1));
    }
}
