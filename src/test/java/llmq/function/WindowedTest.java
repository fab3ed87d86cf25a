package llmq.function;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class WindowedTest {
    private static final double NO = Double.NaN;

    @Test
    void zscoreUsesTheSampleDeviation() {
        double[] z = window("zscore", new double[] {1, 2, NO, 3, 4, 10});
        double s = 3.5355339059327378;
        assertArrayEquals(new double[] {-3 / s, -2 / s, NO, -1 / s, 0, 6 / s}, z, 1e-15);
    }

    @Test
    void zscoreOfEqualValuesOrOfOneIsUnknown() {
        assertArrayEquals(new double[] {NO, NO}, window("zscore", new double[] {4, 4}));
        assertArrayEquals(new double[] {NO, NO}, window("zscore", new double[] {4, NO}));
        assertArrayEquals(new double[0], window("zscore", new double[0]));
    }

    // As percent_rank() over (order by x) of SQL on the known values, times a hundred.
    @Test
    void percentileIsTheShareOfTheOthersBelow() {
        double[] p = window("percentile", new double[] {30, 10, NO, 20, 20, 50});
        assertArrayEquals(new double[] {75, 0, NO, 25, 25, 100}, p);
    }

    @Test
    void percentileTakesBothZeroesAsEqual() {
        assertArrayEquals(new double[] {0, 0, 100}, window("percentile", new double[] {0.0, -0.0, 1}));
    }

    @Test
    void percentileOfOneIsUnknown() {
        assertArrayEquals(new double[] {NO, NO}, window("percentile", new double[] {5, NO}));
        assertArrayEquals(new double[0], window("percentile", new double[0]));
    }

    @Test
    void bestSoFarGoesByTheOrderAndRowsOfOneTimeSeeEachOther() {
        double[] x = {50, 40, 60, NO, 55, 70, 99};
        double[] order = {20, 10, 30, 5, 20, 30, NO};
        assertArrayEquals(new double[] {55, 40, 70, NO, 55, 70, NO}, window("cumulative_best", x, order));
    }

    @Test
    void bestSoFarGoesByTheRowsWithoutAnOrder() {
        assertArrayEquals(new double[] {1, NO, 3, 3, 3}, window("cumulative_best", new double[] {1, NO, 3, 2, -5}));
        assertArrayEquals(new double[] {-5, -4}, window("cumulative_best", new double[] {-5, -4}));
    }

    private static double[] window(String name, double[]... arguments) {
        return ((WindowFunction) Functions.find(name, arguments.length)).body().apply(arguments, () -> { });
    }
}
