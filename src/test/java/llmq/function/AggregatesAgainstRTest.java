package llmq.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import llmq.stats.Figures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Aggregates of two columns, and quantiles, agree with R's: the script aggregates.R stands beside its figures. */
class AggregatesAgainstRTest {
    private static final Figures R = new Figures("aggregates.txt");
    private static final List<String> COLUMNS = List.of("score", "compute", "far", "few");
    private static final double[] SHARES = {0, 0.025, 0.1, 1 / 3.0, 0.5, 0.9, 0.975, 1};

    static List<String> pairs() {
        List<String> pairs = new ArrayList<>();
        for (String a : COLUMNS) {
            for (String b : COLUMNS) {
                if (!a.equals(b)) {
                    pairs.addAll(List.of(a + "." + b + ".corr", a + "." + b + ".spearman", a + "." + b + ".slope"));
                }
            }
        }
        return pairs;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void ofTwoColumns(String pair) {
        String[] words = pair.split("\\.");
        assertSame(R.get(pair)[0], value(words[2], R.get(words[0]), R.get(words[1])));
    }

    @ParameterizedTest
    @MethodSource("columns")
    void quantiles(String column) {
        double[] x = R.get(column);
        for (int i = 0; i < SHARES.length; i++) {
            double[] share = new double[x.length];
            Arrays.fill(share, SHARES[i]);
            assertSame(R.get(column + ".quantile")[i], value("quantile", x, share));
        }
    }

    static List<String> columns() {
        return COLUMNS;
    }

    /** The column far from zero has a spread of 50 about 1e8, so that a double holds 1e-10 of it. */
    private static void assertSame(double wanted, double value) {
        assertEquals(wanted, value, Math.abs(wanted) * 1e-9);
    }

    private static double value(String name, double[]... arguments) {
        Aggregator aggregator = ((AggregateFunction) Functions.find(name, 2)).aggregator().get();
        int n = arguments[0].length;
        aggregator.grow(1);
        aggregator.add(new int[n], arguments, null, n);
        return aggregator.value(0);
    }
}
