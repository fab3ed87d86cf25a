package llmq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import llmq.catalog.Catalog;
import llmq.check.Checked;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.engine.Cancel;
import llmq.engine.Engine;
import llmq.load.FileLoader;
import llmq.load.LoadProgress;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.result.LeftOut;
import llmq.result.Result;
import llmq.session.Session;
import llmq.session.Workspace;
import llmq.syntax.Parser;
import llmq.syntax.tree.Statement;
import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.Type;
import llmq.value.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every statement, on the built-in catalog; expressions are made up at random, with a seed. */
class PropertiesTest {
    private static final Session SESSION = Session.start(Catalog.builtIn());
    private static final Workspace WORKSPACE = new Workspace(Path.of("."), true, new Engine(2),
            new FileLoader(() -> 0, 1), Cancel.never(), LoadProgress.NONE);

    private static Statement statement(SourceText text) {
        return new Parser().parse(text).statements().get(0);
    }

    private static Result run(String written) {
        SourceText text = SourceText.of(written);
        try {
            return SESSION.run(statement(text), text, WORKSPACE).result();
        } catch (LlmqException e) {
            throw new AssertionError(written + "\n" + e.diagnostics(), e);
        }
    }

    /** The expression that a statement shows as {@code x}. */
    private static Expression checked(String written) {
        SourceText text = SourceText.of(written);
        Plan plan = ((Checked.Rows) SESSION.check(statement(text), text)).query().plan();
        for (Plan.Named named : ((Plan.Extend) plan).columns()) {
            if (named.field().name().equals("x")) {
                return named.value();
            }
        }
        throw new AssertionError(written);
    }

    @Test
    void theEngineGivesWhatTheOracleGivesRowByRow() {
        MadeUp madeUp = new MadeUp(new Random(20240410));
        Table models = SESSION.catalog().models();
        int known = 0;
        for (int i = 0; i < 600; i++) {
            String expression = madeUp.any();
            String written = "list models show " + expression + " as x";
            Expression value = checked(written);
            Column column = run(written).table().column("x");
            for (int row = 0; row < models.rows(); row++) {
                Object expected = RowOracle.value(value, models, row);
                String where = expression + " of " + models.texts("name").value(row);
                assertEquals(expected != null, column.isKnown(row), where);
                if (expected instanceof Double number) {
                    double actual = ((NumberColumn) column).values()[row];
                    assertEquals(number, actual, Math.abs(number) * 1e-12, where);
                } else if (expected != null) {
                    assertEquals(expected, column instanceof TextColumn texts ? texts.value(row)
                            : ((BooleanColumn) column).values()[row] == BooleanColumn.TRUE, where);
                }
                known += expected == null ? 0 : 1;
            }
        }
        assertTrue(known > 600 * models.rows() / 3, "only " + known + " values were known");
    }

    @Test
    void aConditionKeepsTheRowsForWhichItHoldsAndCountsThoseItCannotJudge() {
        MadeUp madeUp = new MadeUp(new Random(7));
        Table models = SESSION.catalog().models();
        for (int i = 0; i < 300; i++) {
            String condition = madeUp.truth(3);
            Expression value = checked("list models show " + condition + " as x");
            List<String> kept = new ArrayList<>();
            long unjudged = 0;
            for (int row = 0; row < models.rows(); row++) {
                Object holds = RowOracle.value(value, models, row);
                unjudged += holds == null ? 1 : 0;
                if (Boolean.TRUE.equals(holds)) {
                    kept.add(models.texts("id").value(row));
                }
            }
            Result result = run("list models where " + condition);
            assertEquals(kept, texts(result.table(), "id"), condition);
            assertEquals(unjudged, leftOut(result), condition);
            assertEquals(models.rows(), result.considered());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "list models%s", "list models%s sort by mmlu top 9", "rank models%s by mmlu/flops top 20",
        "rank models%s by mmlu per org top 1", "rank models%s by mmlu top 9 with intervals",
        "summarize models%s show count(), avg(mmlu), best(mmlu) per org", "summarize models%s show sum(flops)",
        "frontier mmlu against flops for models%s with dominated",
        "plot mmlu against flops for models%s size by params", "plot avg(mmlu) for models%s per family",
        "plot mmlu for models%s per open", "plot flops for models%s",
        "list models%s show zscore(mmlu), percentile(tokens)"})
    void aConditionThatAlwaysHoldsChangesNothing(String statement) {
        Result plain = run(statement.replace("%s", ""));
        for (String condition : List.of("true", "1 < 2", "mmlu > 50 or mmlu <= 50 or mmlu is unknown", "not false")) {
            Result same = run(statement.replace("%s", " where " + condition));
            assertEquals(plain.leftOut(), same.leftOut(), condition);
            for (Field field : plain.table().schema().fields()) {
                assertEquals(cells(plain.table(), field.name()), cells(same.table(), field.name()), field.name());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mmlu", "mmlu asc", "tokens/params", "org asc, mmlu", "open, released asc", "released",
        "skill(gsm8k)/flops", "name", "architecture, params asc", "zscore(mmlu)"})
    void theFirstRowsAreTheFirstOfAllRows(String keys) {
        List<String> all = texts(run("rank models by " + keys).table(), "id");
        for (int top : new int[] {1, 2, 7, 100, 1000}) {
            Result first = run("rank models by " + keys + " top " + top);
            List<String> expected = all.subList(0, Math.min(top, all.size()));
            assertEquals(expected, texts(first.table(), "id"), "top " + top);
            double[] ranks = first.table().numbers("rank").values();
            for (int i = 0; i < ranks.length; i++) {
                assertEquals(i + 1, ranks[i]);
            }
        }
        assertEquals(SESSION.catalog().models().rows(), all.size() + leftOut(run("rank models by " + keys)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"org", "open", "architecture", "year(released)", "mmlu > 50", "family, open", "license",
        "round(mmlu/10)", "if(tokens > 3T, 'much', 'little')"})
    void countsOfGroupsAddUp(String keys) {
        Result groups = run("summarize models show count() as n per " + keys);
        double sum = 0;
        for (double count : groups.table().numbers("n").values()) {
            sum += count;
        }
        assertEquals(groups.considered(), sum + leftOut(groups));
        assertEquals(SESSION.catalog().models().rows(), groups.considered());
    }

    /** Many aggregates of one table leave out no row twice. */
    @Test
    void noMoreIsLeftOutThanThereIs() {
        Result result = run("summarize models show avg(mmlu), avg(gpqa), avg(ifeval), avg(math), avg(bbh), avg(tokens),"
                + " corr(mmlu, gpqa), max(xwinograd/flops) per architecture");
        assertTrue(leftOut(result) <= result.considered(), leftOut(result) + " of " + result.considered());
        Table models = SESSION.catalog().models();
        long incomplete = 0;
        for (int row = 0; row < models.rows(); row++) {
            boolean whole = true;
            for (String field : List.of("mmlu", "gpqa", "ifeval", "math", "bbh", "tokens", "xwinograd", "flops",
                    "architecture")) {
                whole &= models.column(field).isKnown(row);
            }
            incomplete += whole ? 0 : 1;
        }
        assertEquals(incomplete, leftOut(result));
    }

    @Test
    void unitsCancel() {
        List<String> fields = new ArrayList<>();
        for (Field field : SESSION.catalog().models().schema().fields()) {
            if (field.type() == Type.NUMBER) {
                fields.add(field.name());
            }
        }
        fields.addAll(List.of("sqrt(params)", "tokens^2", "(released - 2023-07-18)", "(3 USD)", "(mmlu/flops)", "7",
                "(400 TFLOP/s)"));
        for (String a : fields) {
            for (String b : fields) {
                assertEquals(unit(a), unit(a + "/" + b + "*" + b), a + " and " + b);
                assertEquals(unit(a + "*" + b), unit(b + "*" + a), a + " and " + b);
                assertEquals(unit(a).per(unit(b)), unit("1/(" + b + "/" + a + ")"), a + " and " + b);
                assertEquals(unit(a).times(unit(b)).pow(0.5), unit("sqrt(" + a + "*" + b + ")"), a + " and " + b);
            }
        }
    }

    private static Unit unit(String expression) {
        return checked("list models show " + expression + " as x").unit();
    }

    private static long leftOut(Result result) {
        long rows = 0;
        for (LeftOut part : result.leftOut()) {
            rows += part.rows();
        }
        return rows;
    }

    private static List<String> texts(Table table, String name) {
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            texts.add(table.texts(name).value(row));
        }
        return texts;
    }

    private static List<Object> cells(Table table, String name) {
        List<Object> cells = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            cells.add(RowOracle.cell(table.column(name), row));
        }
        return cells;
    }
}
