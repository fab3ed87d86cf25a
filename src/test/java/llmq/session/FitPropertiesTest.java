package llmq.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import llmq.catalog.Catalog;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.engine.Cancel;
import llmq.engine.Engine;
import llmq.load.FileLoader;
import llmq.load.LoadProgress;
import llmq.result.LeftOut;
import llmq.result.Result;
import llmq.syntax.Parser;
import llmq.syntax.tree.Statement;
import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Schema;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.Type;
import llmq.value.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds of every fit, said in the language: over tables made up at random, from a seed, and over the catalog.
 * The tables are called t; some of their values are unknown, and some scores lie beyond the ends of a logistic curve.
 */
class FitPropertiesTest {
    private static final Session CATALOG = Session.start(Catalog.builtIn());
    private static final int TABLES = 8;
    private static final double CLOSE = 1e-9;
    /** Searches for the best curve end within this of one another. */
    private static final double SEARCHED = 1e-6;

    /** A session that goes on from statement to statement. */
    private static final class Prompt {
        private final Workspace workspace = new Workspace(Path.of("."), true, new Engine(2),
                new FileLoader(() -> 0, 1), Cancel.never(), LoadProgress.NONE);
        private Session session;

        Prompt(Session session) {
            this.session = session;
        }

        Result run(String written) {
            SourceText text = SourceText.of(written);
            Result last = null;
            try {
                for (Statement statement : new Parser().parse(text).statements()) {
                    Outcome outcome = session.run(statement, text, workspace);
                    session = outcome.session();
                    last = outcome.result();
                }
            } catch (LlmqException e) {
                throw new AssertionError(written + "\n" + e.diagnostics(), e);
            }
            return last;
        }

        double value(String written) {
            return ((NumberColumn) run(written).table().column(0)).values()[0];
        }

        /** Of each row of a query, in order, the value of an expression that it shows as x. */
        double[] each(String source, String expression) {
            return run("list " + source + " show " + expression + " as x").table().numbers("x").values();
        }

        double[] fit(String column, String written) {
            return run(written).table().numbers(column).values();
        }
    }

    private static Prompt table(int seed) {
        return new Prompt(CATALOG.withTable("t", made(new Random(seed)), List.of(), null));
    }

    private static Table made(Random random) {
        int n = 25 + random.nextInt(40);
        String[] names = new String[n];
        String[] groups = new String[n];
        String[] families = new String[n];
        byte[] open = new byte[n];
        double[][] numbers = new double[6][n];
        for (int i = 0; i < n; i++) {
            names[i] = "row " + i;
            int group = i < 12 ? i % 3 : random.nextInt(3);
            groups[i] = "abc".substring(group, group + 1);
            families[i] = "family " + i / 3;
            open[i] = random.nextBoolean() ? BooleanColumn.TRUE : BooleanColumn.FALSE;
            double power = 20 + 6 * random.nextDouble();
            numbers[0][i] = Math.pow(10, power);
            numbers[1][i] = 3 + 10 * random.nextDouble() + group;
            numbers[2][i] = Math.rint(19_000 + 900 * random.nextDouble());
            numbers[3][i] = 25 + 75 / (1 + Math.exp(23 - power)) + 4 * random.nextGaussian() + group;
            numbers[4][i] = 1.7 + 20 * Math.pow(numbers[1][i], -1.2) * (1 + 0.05 * random.nextGaussian());
            numbers[5][i] = random.nextDouble();
        }
        for (int unknown = 0; unknown < n / 8; unknown++) {
            numbers[random.nextInt(5)][12 + random.nextInt(n - 12)] = Double.NaN;
        }
        List<Field> fields = List.of(Field.of("name", Type.TEXT), Field.of("g", Type.TEXT),
                Field.of("family", Type.TEXT), Field.of("open", Type.BOOLEAN),
                new Field("flops", Type.NUMBER, Unit.FLOP, "", null), Field.of("x", Type.NUMBER),
                Field.of("released", Type.DATE), Field.of("y", Type.NUMBER), Field.of("loss", Type.NUMBER),
                Field.of("shuffled", Type.NUMBER));
        List<Column> columns = new ArrayList<>(List.of(TextColumn.of(names), TextColumn.of(groups),
                TextColumn.of(families), new BooleanColumn(open, null)));
        for (double[] values : numbers) {
            columns.add(NumberColumn.of(values));
        }
        return new Table(new Schema(fields), columns, n, "name");
    }

    private static void assertClose(double[] wanted, double[] actual, double within, String what) {
        assertEquals(wanted.length, actual.length, what);
        for (int i = 0; i < wanted.length; i++) {
            assertEquals(Double.isNaN(wanted[i]), Double.isNaN(actual[i]), what + ", at " + i);
            if (!Double.isNaN(wanted[i])) {
                assertEquals(wanted[i], actual[i], Math.abs(wanted[i]) * within, what + ", at " + i);
            }
        }
    }

    /** Fits that search for nothing, then those that do. */
    static List<String> curves() {
        return List.of("y on x", "y on x, log10(flops)", "y on g", "y on x, g, open", "y on released",
                "y on x^2, ln(x)", "y on log10(flops), g, released",
                "y on log10(flops) using logistic between 25 and 110",
                "y on log10(flops), x using logistic between 20 and 110", "loss on x using power",
                "loss on x using power with constant");
    }

    private static double within(String curve) {
        return curve.contains("using") ? SEARCHED : CLOSE;
    }

    @ParameterizedTest
    @MethodSource("curves")
    void theOrderOfTheRowsDoesNotMatter(String curve) {
        for (int seed = 0; seed < TABLES; seed++) {
            Prompt prompt = table(seed);
            for (String column : List.of("estimate", "std_error", "low", "high", "rmse", "aic")) {
                assertClose(prompt.fit(column, "fit " + curve + " for t"),
                        prompt.fit(column, "fit " + curve + " for (list t sort by shuffled)"), within(curve),
                        column + " of " + seed);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"'', 1e-3", "'', -7", "'', 1e12", "using logistic between 25 and 110, 1e-3",
        "using logistic between 25 and 110, -7"})
    void anInputTimesCHasASlopeOverC(String using, double c) {
        double within = within(using);
        for (int seed = 0; seed < TABLES; seed++) {
            Prompt prompt = table(seed);
            for (String column : List.of("estimate", "std_error")) {
                double[] plain = prompt.fit(column, "fit y on x, log10(flops) for t " + using);
                double[] scaled = prompt.fit(column, "fit y on x*(" + c + "), log10(flops) for t " + using);
                plain[1] /= column.equals("estimate") ? c : Math.abs(c);
                assertClose(plain, scaled, within, column + " of " + seed);
            }
            prompt.run("fit y on x as plain for t " + using + "; fit y on x*(" + c + ") as scaled for t " + using);
            assertClose(prompt.each("t", "predicted(plain)"), prompt.each("t", "predicted(scaled)"), within,
                    "predicted of " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x, log10(flops)", "g", "x, g, open", "log10(flops), g, released"})
    void residualsOfALineSumToZero(String terms) {
        for (int seed = 0; seed < TABLES; seed++) {
            Prompt prompt = table(seed);
            prompt.run("fit y on " + terms + " as f for t");
            double all = prompt.value("sum(abs(residual(f)) of t)");
            assertTrue(all > 1, "nothing is left to sum up");
            assertEquals(0, prompt.value("sum(residual(f) of t)"), all * CLOSE);
        }
    }

    @ParameterizedTest
    @MethodSource("curves")
    void whatIsPredictedIsTheActualLessTheResidual(String curve) {
        for (int seed = 0; seed < TABLES; seed++) {
            Prompt prompt = table(seed);
            long used = (long) prompt.fit("n", named(curve))[0];
            double[] predicted = prompt.each("t", "predicted(f)");
            double[] residual = prompt.each("t", "residual(f)");
            double[] y = prompt.each("t", curve.split(" ")[0]);
            int known = 0;
            for (int i = 0; i < y.length; i++) {
                known += Double.isNaN(residual[i]) ? 0 : 1;
                if (!Double.isNaN(y[i]) && !Double.isNaN(predicted[i])) {
                    assertEquals(y[i] - residual[i], predicted[i], Math.abs(y[i]) * 1e-15);
                }
            }
            assertEquals(used, known);
        }
    }

    private static String named(String curve) {
        return "fit " + curve + " as f for t";
    }

    @ParameterizedTest
    @ValueSource(strings = {"y on x, log10(flops)", "y on log10(flops) using logistic between 25 and 110",
        "loss on x using power"})
    void aBootstrapRepeatsWithItsSeed(String curve) {
        Prompt prompt = table(1);
        for (String column : List.of("low", "high", "std_error")) {
            double[] first = prompt.fit(column, "fit " + curve + " for t with bootstrap 50 seed 4");
            assertArrayEquals(first, prompt.fit(column, "fit " + curve + " for t with bootstrap 50 seed 4"));
            assertFalse(Arrays.equals(first, prompt.fit(column, "fit " + curve + " for t with bootstrap 50 seed 5")));
        }
        assertArrayEquals(prompt.fit("low", "fit " + curve + " for t with bootstrap 50"),
                prompt.fit("low", "fit " + curve + " for t with bootstrap 50"));
    }

    /** Terms that hold the compute, and can be turned round. */
    static List<String> invertible() {
        List<String> all = new ArrayList<>();
        for (String term : List.of("log10(flops)", "log2(flops)", "ln(flops)", "-log10(flops)", "3 - log10(flops)*2",
                "(log10(flops) - 22)/4 + x", "log10(flops/x)", "x*log10(flops)", "x/log10(flops)", "log10(flops)^2",
                "log10(flops)^-0.5", "sqrt(ln(flops))", "exp(log10(flops)/10)", "1.5^log10(flops)",
                "log10(x*1e24 FLOP/flops)", "(flops/(1e24 FLOP))^0.1")) {
            all.add("y on " + term);
            all.add("y on x, " + term + ", g");
            all.add("y on " + term + " using logistic between -200 and 400");
        }
        all.add("y on flops using power");
        all.add("y on 1/flops using power with constant");
        all.add("y on flops");
        all.add("y on sqrt(flops)");
        return all;
    }

    @ParameterizedTest
    @MethodSource("invertible")
    void aRowOnTheCurveHasDensityOne(String curve) {
        for (int seed = 0; seed < 4; seed++) {
            Prompt prompt = table(seed);
            prompt.run(named(curve));
            double[] density = prompt.each("(list t show predicted(f) as y, flops, x, g)", "density(f)");
            assertTrue(count(density) > 10, "only " + count(density) + " are known");
            for (double value : density) {
                assertTrue(Double.isNaN(value) || Math.abs(value - 1) < SEARCHED, seed + ": " + value);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("invertible")
    void effectiveComputeTurnsThePredictionRound(String curve) {
        int known = 0;
        for (int seed = 0; seed < 4; seed++) {
            Prompt prompt = table(seed);
            prompt.run(named(curve));
            double[] y = prompt.each("t", "y");
            double[] effective = prompt.each("t", "effective_flops(f)");
            // As a field of its own, the compute of another row cannot slip in.
            double[] reached = prompt.each("(list t show effective_flops(f) as flops, x, g)", "predicted(f)");
            assertClose(reached, prompt.each("t", "f(flops = effective_flops(f))"), CLOSE, "by name");
            for (int i = 0; i < y.length; i++) {
                assertTrue(Double.isNaN(effective[i]) || effective[i] > 0, "not above zero");
                assertEquals(Double.isNaN(effective[i]), Double.isNaN(reached[i]), seed + " at " + i);
                if (!Double.isNaN(reached[i])) {
                    assertEquals(y[i], reached[i], Math.abs(y[i]) * SEARCHED, seed + " at " + i);
                    known++;
                }
            }
        }
        assertTrue(known > 40, "only " + known + " are known");
    }

    private static int count(double[] values) {
        int known = 0;
        for (double value : values) {
            known += Double.isNaN(value) ? 0 : 1;
        }
        return known;
    }

    @Test
    void beyondTheEndsOfACurveNothingIsTheDensityAndTheReasonIsTold() {
        int beyond = 0;
        for (int seed = 0; seed < TABLES; seed++) {
            Prompt prompt = table(seed);
            prompt.run("fit y on log10(flops) as f for t using logistic between 30 and 99");
            String out = "(y <= 30 or y >= 99)";
            long wanted = (long) prompt.value("count(t where " + out + ")");
            Result ranked = prompt.run("rank t by density(f)");
            assertEquals(wanted, rows(ranked, "y beyond the ends of f (30 to 99)"));
            assertEquals(prompt.value("count(t)"), ranked.table().rows() + all(ranked));
            if (wanted > 0) {
                Result first = prompt.run("summarize t where " + out + " show count(density(f)) as n, count() as m");
                assertEquals(0, first.table().numbers("n").values()[0]);
                beyond++;
            }
        }
        assertTrue(beyond > 5, "no score lies beyond the ends");
    }

    private static long rows(Result result, String reason) {
        for (LeftOut leftOut : result.leftOut()) {
            if (leftOut.reason().equals(reason)) {
                return leftOut.rows();
            }
        }
        return 0;
    }

    private static long all(Result result) {
        return result.leftOut().stream().mapToLong(LeftOut::rows).sum();
    }

    @ParameterizedTest
    @MethodSource("curves")
    void leveragesSumToTheNumberOfTerms(String curve) {
        for (int seed = 0; seed < TABLES; seed++) {
            Prompt prompt = table(seed);
            int terms = prompt.fit("estimate", named(curve)).length;
            assertEquals(terms, prompt.value("sum(leverage(f) of t where residual(f) is known)"), terms * SEARCHED);
        }
    }

    @Test
    void aFitOnAFactorIsTheMeansOfItsGroups() {
        for (int seed = 0; seed < TABLES; seed++) {
            Prompt prompt = table(seed);
            prompt.run("fit y on g as f for t");
            Result means = prompt.run("summarize t show avg(y) as mean, f(g = g) as fitted per g");
            assertEquals(3, means.table().rows());
            assertClose(means.table().numbers("mean").values(), means.table().numbers("fitted").values(), CLOSE,
                    "of " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " using logistic between 20 and 110"})
    void fitsPerKeyAreTheFitsOneByOne(String using) {
        for (int seed = 0; seed < TABLES; seed++) {
            Prompt prompt = table(seed);
            for (String column : List.of("n", "r2", "rmse", "estimate", "std_error", "low", "p")) {
                double[] together = prompt.fit(column, "fit y on log10(flops) for t per g" + using + " | list sort by g");
                assertEquals(6, together.length);
                int at = 0;
                for (String group : List.of("a", "b", "c")) {
                    double[] one = prompt.fit(column, "fit y on log10(flops) for t where g = '" + group + "'" + using);
                    assertClose(one, Arrays.copyOfRange(together, at, at + 2), CLOSE, column + " of " + group);
                    at += 2;
                }
            }
            prompt.run("fit y on log10(flops) for t per g as f" + using
                    + "; fit y on log10(flops) for t where g = 'b' as b" + using);
            assertClose(prompt.each("t where g = 'b'", "residual(b)"), prompt.each("t where g = 'b'", "residual(f)"),
                    CLOSE, "of " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("curves")
    void aFitCalledWithARowsValuesIsWhatItPredictsThere(String curve) {
        for (int seed = 0; seed < 3; seed++) {
            Prompt prompt = table(seed);
            prompt.run(named(curve));
            double[] predicted = prompt.each("t", "predicted(f)");
            List<String> inputs = new ArrayList<>();
            for (String input : List.of("x", "flops", "g", "open", "released")) {
                if (curve.split(" using ")[0].split(" on ")[1].matches(".*\\b" + input + "\\b.*")) {
                    inputs.add(input);
                }
            }
            for (int row = 0; row < predicted.length; row += 5) {
                StringBuilder given = new StringBuilder();
                for (String input : inputs) {
                    given.append(given.length() == 0 ? "" : ", ").append(input).append(" = ").append(input)
                            .append(" of \"row ").append(row).append('"');
                }
                assertClose(new double[] {predicted[row]}, new double[] {prompt.value("f(" + given + ")")}, 1e-15,
                        "row " + row);
            }
        }
    }

    @Test
    void theSlopeAsAnAggregateIsTheFits() {
        for (int seed = 0; seed < TABLES; seed++) {
            Prompt prompt = table(seed);
            assertClose(new double[] {prompt.fit("estimate", "fit y on log10(flops) for t")[1]},
                    new double[] {prompt.value("slope(y, log10(flops) of t)")}, CLOSE, "of numbers");
            assertClose(new double[] {prompt.fit("estimate", "fit y on released for t")[1]},
                    new double[] {prompt.value("slope(y, released of t)*365.25 days")}, CLOSE, "of dates");
        }
    }

    /** The two calls of fits of one name, in one query, have the same arguments. */
    @Test
    void aFitOfAFitKeepsTheOneThatItWasMadeOf() {
        Prompt prompt = table(3);
        prompt.run("fit y on x as f for t; fit residual(f) on open as second for t");
        double[] wanted = prompt.each("t", "residual(second)");
        double[] old = prompt.each("t", "predicted(f)");
        prompt.run("fit loss on x as f for t");
        Table both = prompt.run("list t show predicted(f) as now, residual(second) as kept").table();
        assertClose(wanted, both.numbers("kept").values(), 0, "kept");
        assertClose(prompt.each("t", "predicted(f)"), both.numbers("now").values(), 0, "now");
        assertFalse(Arrays.equals(old, both.numbers("now").values()));
    }

    @Test
    void allOfItHoldsOfTheCatalog() {
        Prompt prompt = new Prompt(CATALOG);
        prompt.run("fit mmlu on log10(flops) using logistic as trend; fit mmlu on log10(flops), open as plain");
        long n = (long) prompt.fit("n", "fit mmlu on log10(flops)")[0];
        assertTrue(n > 150, n + " rows");
        assertEquals(n, prompt.value("count(residual(trend) of models)"));
        assertEquals(0, prompt.value("sum(residual(plain) of models)"), 1e-9);
        assertEquals(3, prompt.value("sum(leverage(plain) of models where mmlu is known)"), 1e-9);
        assertEquals(0, prompt.value("max(abs(trend(flops = effective_flops(trend)) - mmlu) of models)"), 1e-9);
        assertEquals(1, prompt.value("min(density(trend) of (list models where flops is known"
                + " show predicted(trend) as mmlu, flops))"), 1e-9);
        assertEquals(prompt.value("count(models where mmlu <= 25)"), rows(prompt.run("rank by effective_flops(trend)"),
                "mmlu beyond the ends of trend (25 to 100 %)"));
        double doublings = prompt.fit("estimate", "fit log2(density(trend)) on released")[1];
        assertEquals(doublings, prompt.value("slope(log2(density(trend)), released of models)*365.25 days"), 1e-9);
    }
}
