package llmq.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line without a part of the rows is the line of the others. */
class PartedLineTest {
    private static final Runnable QUIET = () -> { };

    private static Sample sample(int n, int k, int clusters, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] y = new double[n];
        double[][] x = new double[n][k];
        int[] of = new int[n];
        for (int i = 0; i < n; i++) {
            of[i] = clusters == 0 ? 0 : random.nextInt(clusters);
            for (int j = 0; j < k; j++) {
                x[i][j] = j == 0 ? 2020 + 5 * random.nextDouble() : j == 1 ? random.nextInt(2)
                        : 1e24 * random.nextDouble();
                y[i] += x[i][j] / (j == 2 ? 1e23 : 1);
            }
            y[i] += 6 * random.nextDouble() + of[i] % 3;
        }
        return new Sample(y, x, clusters == 0 ? null : of);
    }

    private static Sample without(Sample sample, int[] parts, int part) {
        int[] kept = IntStream.range(0, parts.length).filter(i -> parts[i] != part).toArray();
        return new Sample(Arrays.stream(kept).mapToDouble(i -> sample.y()[i]).toArray(),
                Arrays.stream(kept).mapToObj(i -> sample.x()[i]).toArray(double[][]::new), sample.clusters() == null
                        ? null : Arrays.stream(kept).map(i -> sample.clusters()[i]).toArray());
    }

    @ParameterizedTest
    @CsvSource({"60, 1, 0, 7", "60, 3, 0, 9", "300, 2, 20, 5", "300, 3, 300, 40", "90, 3, 6, 6", "40, 1, 2, 3",
        "5000, 2, 50, 100"})
    void eachIsTheLineOfTheOthers(int n, int k, int clusters, int parts) throws NoFit {
        Sample sample = sample(n, k, clusters, n + k);
        int[] of = new int[n];
        for (int i = 0; i < n; i++) {
            of[i] = parts == clusters ? sample.clusters()[i] : i < parts ? i : i * 7 % parts;
        }
        boolean[] told = new boolean[parts];
        assertTrue(PartedLine.without(sample, of, parts, QUIET, (part, fitted) -> {
            told[part] = true;
            Sample rest = without(sample, of, part);
            int count = clusters == 0 ? 0 : (int) Arrays.stream(rest.clusters()).distinct().count();
            boolean clustered = count > k + 1 && count < rest.size();
            Fitted wanted = direct(new Sample(rest.y(), rest.x(), clustered ? rest.clusters() : null));
            assertNotNull(fitted, "part " + part);
            Figured.assertClose(wanted.parameters(), fitted.parameters(), 1e-9, "parameters");
            Figured.assertClose(Figured.intervals(wanted), Figured.intervals(fitted), 1e-8, "intervals");
            Figured.assertClose(new double[] {wanted.n(), wanted.clusters(), wanted.degrees(), wanted.r2(),
                wanted.rmse(), wanted.aic()}, new double[] {fitted.n(), fitted.clusters(), fitted.degrees(),
                    fitted.r2(), fitted.rmse(), fitted.aic()}, 1e-9, "as a whole");
            assertFalse(fitted.exact());
        }));
        for (boolean each : told) {
            assertTrue(each);
        }
    }

    private static Fitted direct(Sample sample) {
        try {
            return new Regression(new Errors.Clustered(), QUIET).line(sample);
        } catch (NoFit e) {
            throw new AssertionError(e);
        }
    }

    /** Where the rows left lie close together, do not differ, are too few or fit exactly, nothing is told of them. */
    @Test
    void whatLosesDigitsIsLeftToAFitOfItsOwn() throws NoFit {
        double[] y = {1, 3, 2, 4, 9, 2, 5, 3};
        double[][] far = {{1}, {2}, {3}, {4}, {5}, {1e9}, {2e9}, {1e9}};
        int[] of = {0, 0, 0, 0, 0, 1, 1, 1};
        PartedLine.without(new Sample(y, far, null), of, 2, QUIET,
                (part, fitted) -> assertEquals(part == 1, fitted == null));
        double[][] same = {{1}, {1}, {1}, {1}, {1}, {1}, {2}, {3}};
        PartedLine.without(new Sample(y, same, null), of, 2, QUIET,
                (part, fitted) -> assertEquals(part == 1, fitted == null));
        double[][] few = {{1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}};
        PartedLine.without(new Sample(y, few, null), new int[] {0, 0, 0, 0, 0, 0, 1, 1}, 2, QUIET,
                (part, fitted) -> assertEquals(part == 0, fitted == null));
        double[] straight = {2, 4, 6, 8, 10, 7, 3, 1};
        PartedLine.without(new Sample(straight, few, null), of, 2, QUIET, (part, fitted) -> {
            if (part == 1) {
                assertNull(fitted);
            }
        });
    }

    @Test
    void tooManyPartsAreRefused() throws NoFit {
        int n = 200;
        Sample sample = sample(n, 300, 0, 1);
        int[] of = new int[n];
        Arrays.setAll(of, i -> i);
        assertFalse(PartedLine.without(sample, of, n, QUIET, (part, fitted) -> assertNull(fitted)));
    }
}
