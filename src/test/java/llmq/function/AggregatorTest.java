package llmq.function;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AggregatorTest {

    static List<AggregateFunction> aggregates() {
        List<AggregateFunction> found = new ArrayList<>();
        for (Function function : Functions.all()) {
            if (function instanceof AggregateFunction aggregate) {
                found.add(aggregate);
            }
        }
        return found;
    }

    // Figures of R's type 7 and of the sample standard deviation by hand; the values are 1 2 3 4 10.
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "count            | 1 ? 3 4 10   |              | 4",
        "count            | ? ?          |              | 0",
        "count_known      | 1 ? 3        |              | 2",
        "sum              | 1 ? 3 4 10   |              | 18",
        "sum              | ? ?          |              | unknown",
        "sum              | 0 ?          |              | 0",
        "avg              | 1 2 3 4 10   |              | 4",
        "avg              | ?            |              | unknown",
        "median           | 10 1 ? 3 2   |              | 2.5",
        "median           | 10 1 3 2 4   |              | 3",
        "median           | ? ?          |              | unknown",
        "min              | 3 ? 1 2      |              | 1",
        "min              | ?            |              | unknown",
        "max              | -3 ? -1 -2   |              | -1",
        "max              | ?            |              | unknown",
        "stddev           | 1 2 3 4 10   |              | 3.5355339059327378",
        "stddev           | 7 ?          |              | unknown",
        "stddev           | 7 7 7        |              | 0",
        "stddev           | 1000000001 1000000002 1000000003 | | 1",
        "quantile         | 4 3 2 10 1   | .9 .9 .9 .9 .9 | 7.6",
        "quantile         | 4 3 2 10 1   | 0 0 0 0 0    | 1",
        "quantile         | 4 3 2 10 1   | 1 1 1 1 1    | 10",
        "quantile         | 4 3 2 10 1   | 2 2 2 2 2    | unknown",
        "quantile         | 4 3          | ? ?          | unknown",
        "quantile         | ? 3          | .3 .3        | 3",
        "corr             | 1 2 3 4      | 2 4 6 8      | 1",
        "corr             | 1 2 3 4      | 1 3 2 ?      | 0.5",
        "corr             | 1 2 3        | 5 5 5        | unknown",
        "corr             | 1 ?          | 1 2          | unknown",
        "corr             | 1e200 2e200  | 1 2          | unknown",
        "spearman         | 1 2 3 4      | 1 8 27 64    | 1",
        "spearman         | 1 2 3 4      | -1 -2 -3 -99 | -1",
        "spearman         | 1 2          | 4 4          | unknown",
        "slope            | 1 3 2 ?      | 1 2 3 4      | 0.5",
        "slope            | 2 4 6 8      | 1 2 3 4      | 2",
        "slope            | 5 5 5        | 1 2 3        | 0",
        "slope            | 1 2 3        | 5 5 5        | unknown",
        "slope            | 1 2          | 1 ?          | unknown",
        "slope            | 1 2          | 1e200 2e200  | unknown",
        "slope            | 1 3          | 1000000001 1000000002 | 2",
        "best             | 3 ? 9 9      |              | 2",
        "best             | -3 ? -9      |              | 0",
        "best             | ?            |              | unknown",
        "geomean          | 1 10 100 ?   |              | 10",
        "geomean          | 1 0          |              | unknown",
        "geomean          | 1 -5         |              | unknown",
        "geomean          | -5 -5        |              | unknown",
        "geomean          | ?            |              | unknown",
    })
    void ofOneGroup(String name, String first, String second, String wanted) {
        double[][] arguments = second == null ? new double[][] {numbers(first)}
                : new double[][] {numbers(first), numbers(second)};
        Aggregator aggregator = aggregate(name, arguments.length).aggregator().get();
        int n = arguments[0].length;
        aggregator.grow(1);
        aggregator.add(new int[n], arguments, rows(0, n), n);
        if (wanted.equals("unknown")) {
            assertFalse(Double.isFinite(aggregator.value(0)), () -> "known: " + aggregator.value(0));
        } else {
            assertEquals(Double.parseDouble(wanted), aggregator.value(0), 1e-14);
        }
    }

    @Test
    void countWithoutArgumentCountsRows() {
        Aggregator count = aggregate("count", 0).aggregator().get();
        count.grow(2);
        count.add(new int[] {1, 1, 0}, new double[0][], null, 2);
        assertEquals(2, count.value(1));
        assertEquals(0, count.value(0));
    }

    @Test
    void aGroupWithoutRowsIsUnknownAndCountsNone() {
        for (AggregateFunction function : aggregates()) {
            Aggregator aggregator = function.aggregator().get();
            aggregator.grow(1);
            aggregator.grow(100);
            if (function.name().startsWith("count")) {
                assertEquals(0, aggregator.value(57), function.name());
            } else {
                assertFalse(Double.isFinite(aggregator.value(57)), function.name());
            }
        }
    }

    /** Two parts with groups numbered otherwise, joined, are as one. */
    @ParameterizedTest
    @MethodSource("aggregates")
    void mergedPartsAreAsOne(AggregateFunction function) {
        int n = 5000;
        int groups = 7;
        Random random = new Random(11);
        int[] group = new int[n];
        double[][] arguments = new double[function.least()][n];
        for (int i = 0; i < n; i++) {
            group[i] = random.nextInt(groups);
            for (int k = 0; k < arguments.length; k++) {
                boolean unknown = random.nextInt(5) == 0;
                arguments[k][i] = unknown ? Double.NaN : 1 + random.nextInt(1000);
            }
            if (function.name().equals("quantile")) {
                arguments[1][i] = 0.3;
            }
        }
        Aggregator whole = function.aggregator().get();
        whole.grow(groups);
        whole.add(group, arguments, rows(0, n), n);

        Aggregator merged = function.aggregator().get();
        merged.grow(groups);
        int part = 1234;
        for (int start = 0; start < n; start += part) {
            int size = Math.min(part, n - start);
            int[] turned = new int[size];
            double[][] slices = new double[arguments.length][size];
            int[] map = new int[groups];
            for (int g = 0; g < groups; g++) {
                map[groups - 1 - g] = g;
            }
            for (int i = 0; i < size; i++) {
                turned[i] = groups - 1 - group[start + i];
            }
            for (int k = 0; k < arguments.length; k++) {
                System.arraycopy(arguments[k], start, slices[k], 0, size);
            }
            Aggregator one = function.aggregator().get();
            one.grow(groups);
            one.add(turned, slices, rows(start, size), size);
            merged.merge(one, map);
        }
        for (int g = 0; g < groups; g++) {
            double wanted = whole.value(g);
            assertEquals(wanted, merged.value(g), Math.abs(wanted) * 1e-12, function.name());
        }
    }

    @Test
    void bestOfEqualsIsTheFirstRowInWhateverOrderPartsAreJoined() {
        AggregateFunction best = aggregate("best", 1);
        Aggregator late = best.aggregator().get();
        late.grow(1);
        late.add(new int[2], new double[][] {{5, 7}}, new int[] {10, 11}, 2);
        Aggregator early = best.aggregator().get();
        early.grow(1);
        early.add(new int[2], new double[][] {{7, 7}}, new int[] {3, 4}, 2);
        late.merge(early, new int[] {0});
        assertEquals(3, late.value(0));
    }

    @Test
    void gatheredValuesKeepTheirOrderAfterTheyWereAsked() {
        Quantile quantile = new Quantile();
        quantile.grow(2);
        quantile.add(new int[] {1, 0, 1}, new double[][] {{5, 1, 4}}, null, 3);
        assertArrayEquals(new double[] {5, 4}, quantile.values(1, 0));
        quantile.grow(3);
        assertEquals(0, quantile.values(2, 0).length);
        quantile.add(new int[] {2, 1}, new double[][] {{8, 3}}, null, 2);
        assertArrayEquals(new double[] {5, 4, 3}, quantile.values(1, 0));
        assertArrayEquals(new double[] {8}, quantile.values(2, 0));
        assertEquals(4, quantile.value(1));
    }

    private static AggregateFunction aggregate(String name, int arguments) {
        for (Function function : Functions.named(name)) {
            if (function instanceof AggregateFunction aggregate && aggregate.takes(arguments)) {
                return aggregate;
            }
        }
        throw new AssertionError(name);
    }

    private static double[] numbers(String text) {
        String[] words = text.strip().split(" +");
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = words[i].equals("?") ? Double.NaN : Double.parseDouble(words[i]);
        }
        return numbers;
    }

    private static int[] rows(int start, int n) {
        int[] rows = new int[n];
        for (int i = 0; i < n; i++) {
            rows[i] = start + i;
        }
        return rows;
    }
}
