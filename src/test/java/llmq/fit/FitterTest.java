package llmq.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import llmq.stats.Errors;
import llmq.stats.Fitted;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.TextColumn;
import llmq.value.Type;
import llmq.value.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many rows, many values, and rows that a fit cannot do without. */
class FitterTest {
    private static final Field GROUP = Field.of("group", Type.TEXT);

    private static Variable variable(String name, Type type) {
        return new Variable(name, type, Transform.NONE, name, Unit.NONE, null, Set.of(name));
    }

    private static FitSpec spec(Method method, boolean leaveOneOut, Field leaveOut, String cluster,
            Variable... inputs) {
        return new FitSpec(method, 0, 100, false, cluster == null ? new Errors.Plain() : new Errors.Clustered(),
                leaveOneOut, variable("y", Type.NUMBER), List.of(inputs), List.of(), cluster, leaveOut);
    }

    /** y = 30 + 4x and noise, x going from 0 to 10; of so many groups, the last of them but one row. */
    private static FitRows rows(int n, int groups, boolean factor, boolean clustered) {
        SplittableRandom random = new SplittableRandom(n);
        double[] y = new double[n];
        double[] x = new double[n];
        String[] group = new String[n];
        String[] kind = new String[n];
        for (int i = 0; i < n; i++) {
            x[i] = 10 * random.nextDouble();
            y[i] = 30 + 4 * x[i] + 5 * random.nextDouble();
            group[i] = "g" + (i == 0 ? groups - 1 : random.nextInt(groups - 1));
            kind[i] = i < 2 ? "rare" : i % 2 == 0 ? "dense" : "moe";
        }
        List<Column> inputs = new ArrayList<>(List.of(new NumberColumn(x, null)));
        if (factor) {
            inputs.add(TextColumn.of(kind));
        }
        return new FitRows(y, inputs, List.of(), clustered ? TextColumn.of(group) : null, TextColumn.of(group));
    }

    static Stream<Arguments> tooMany() {
        String[] levels = new String[501];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = "f" + i;
        }
        FitRows many = rows(1002, 3, false, false);
        String[] twice = new String[1002];
        for (int i = 0; i < twice.length; i++) {
            twice[i] = levels[i % 501];
        }
        Variable x = variable("x", Type.NUMBER);
        return Stream.of(
            Arguments.of(spec(Method.LINE, false, null, null, variable("f", Type.TEXT)),
                    new FitRows(many.response(), List.of(TextColumn.of(twice)), List.of(), null, null),
                    "f has 501 values, and each but the first would be a term; a fit has at most 500 terms"
                    + " [per f gives each a fit of its own, and where takes in fewer of them]"),
            Arguments.of(spec(Method.LOGISTIC, true, null, null, x), rows(20_001, 3, false, false),
                    "with leave one out makes a fit for each of 20001 rows, and using logistic at most 20000 are made"
                    + " [with leave out FIELD leaves out all rows of a value at once; a where that takes fewer rows,"
                    + " or using line, which needs but one fit, go as well]"),
            Arguments.of(spec(Method.LINE, false, GROUP, null, x), rows(300_000, 20_002, false, false),
                    "with leave out group would make a fit for each of 20002 values, and at most 20000 are made"
                    + " [leave out a field with fewer values, or where takes fewer rows]"));
    }

    @ParameterizedTest
    @MethodSource("tooMany")
    void tooManyIsSaid(FitSpec spec, FitRows rows, String wanted) {
        CannotFit none = assertThrows(CannotFit.class, () -> new Fitter(spec, () -> { }).fit(rows));
        assertEquals(wanted, none.getMessage() + " " + none.help());
    }

    @Test
    void aLineOfManyRowsPredictsEachFromTheOthers() {
        Model model = new Fitter(spec(Method.LINE, true, null, null, variable("x", Type.NUMBER)), () -> { })
                .fit(rows(50_000, 3, false, false));
        Model.Group group = model.groups().get(0);
        assertEquals(group.fitted().rmse() * (1 + 2.0 / 50_000), group.cvRmse(), 1e-6);
        assertNull(group.cvWhy());
    }

    /** A value in one row only: without it that value has no term, and the slope is that of the other rows. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void leavingOutOfManyRowsIsFittingTheOthers(boolean clustered) {
        Variable[] inputs = {variable("x", Type.NUMBER), variable("kind", Type.TEXT)};
        FitRows rows = rows(60_000, 20, true, clustered);
        FitSpec spec = spec(Method.LINE, false, GROUP, clustered ? "group" : null, inputs);
        Model.Group group = new Fitter(spec, () -> { }).fit(rows).groups().get(0);
        assertEquals(20, group.without().size());
        TextColumn groups = (TextColumn) rows.leaveOut();
        int of = 0;
        for (Model.Without without : group.without()) {
            of += without.rows();
            List<Integer> kept = new ArrayList<>();
            for (int row = 0; row < rows.size(); row++) {
                if (!groups.value(row).equals(without.value())) {
                    kept.add(row);
                }
            }
            FitRows rest = rows.take(kept.stream().mapToInt(Integer::intValue).toArray());
            Fitted alone = new Fitter(spec(Method.LINE, false, null, clustered ? "group" : null, inputs), () -> { })
                    .fit(new FitRows(rest.response(), rest.inputs(), List.of(), rest.cluster(), null)).groups().get(0)
                    .fitted();
            int rare = without.parameter(Method.LINE, "kind = rare");
            for (int i = 0; i < alone.parameters().length; i++) {
                assertEquals(alone.parameters()[i], without.fitted().parameters()[i], 1e-9);
                if (i != rare) {
                    assertEquals(alone.covariance()[i][i], without.fitted().covariance()[i][i], 1e-12);
                }
            }
            assertEquals(alone.clusters(), without.fitted().clusters());
            assertEquals(alone.rmse(), without.fitted().rmse(), 1e-9);
        }
        assertEquals(rows.size(), of);
    }

    @Test
    void whatOneRowDecidesIsAFitAndTheReasonIsSaid() {
        double[] y = {1, 3, 2, 5, 4};
        List<Column> inputs = List.of(new NumberColumn(new double[] {0, 0, 0, 0, 1}, null));
        FitSpec spec = spec(Method.LINE, true, null, null, variable("x", Type.NUMBER));
        for (TextColumn names : new TextColumn[] {null, TextColumn.of("a", "b", "c", "d", "e")}) {
            Model model = new Fitter(spec, () -> { }).fit(new FitRows(y, inputs, List.of(), null, null, names));
            Model.Group group = model.groups().get(0);
            assertEquals(1.25, group.fitted().parameters()[1], 1e-12);
            assertTrue(Double.isNaN(group.cvRmse()));
            assertEquals("without " + (names == null ? "one of the rows" : "e")
                    + ", x is the same in all 4 rows, so that nothing can be told of it", group.cvWhy());
            assertTrue(new Sentences(model).lines().contains("no cross-validated RMSE: " + group.cvWhy()));
        }
    }

    @Test
    void itCanBeStoppedWhileRowsAreLeftOut() {
        FitRows rows = rows(60_000, 20, false, true);
        FitSpec spec = spec(Method.LINE, false, GROUP, "group", variable("x", Type.NUMBER));
        int[] asked = {0};
        assertNotNull(new Fitter(spec, () -> asked[0]++).fit(rows));
        for (int last = 0; last < asked[0]; last += 1 + asked[0] / 7) {
            int[] left = {last};
            assertThrows(CancellationException.class, () -> new Fitter(spec, () -> {
                if (left[0]-- == 0) {
                    throw new CancellationException();
                }
            }).fit(rows));
        }
    }
}
