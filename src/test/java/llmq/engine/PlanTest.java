package llmq.engine;

import static llmq.engine.Algebra.UNKNOWN;
import static llmq.engine.Algebra.agg;
import static llmq.engine.Algebra.col;
import static llmq.engine.Algebra.equal;
import static llmq.engine.Algebra.extend;
import static llmq.engine.Algebra.frontier;
import static llmq.engine.Algebra.less;
import static llmq.engine.Algebra.more;
import static llmq.engine.Algebra.named;
import static llmq.engine.Algebra.num;
import static llmq.engine.Algebra.numbers;
import static llmq.engine.Algebra.omissions;
import static llmq.engine.Algebra.over;
import static llmq.engine.Algebra.rank;
import static llmq.engine.Algebra.rankPer;
import static llmq.engine.Algebra.run;
import static llmq.engine.Algebra.scan;
import static llmq.engine.Algebra.show;
import static llmq.engine.Algebra.sort;
import static llmq.engine.Algebra.summarize;
import static llmq.engine.Algebra.table;
import static llmq.engine.Algebra.texts;
import static llmq.engine.Algebra.truths;
import static llmq.engine.Algebra.where;
import static llmq.engine.Algebra.window;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.table.Schema;
import llmq.table.Table;
import org.junit.jupiter.api.Test;

/** Each node of a plan at its edges. */
class PlanTest {
    private final Table models = table("name",
            "name", texts("a", "b", "c", "d", "e", "f"),
            "family", texts("x", "y", "x", null, "y", "x"),
            "tokens", numbers(1, 2, UNKNOWN, 4, 5, UNKNOWN),
            "mmlu", numbers(50, 70, 60, 70, UNKNOWN, 40),
            "open", truths("tt?ftf"));
    private final Table none = models.take(new int[0]);
    private final Plan scan = scan(models);

    @Test
    void scanGivesTheTableItself() {
        Relation relation = run(scan, models);
        assertSame(models.column(2), relation.table().column(2));
        assertEquals(6, relation.considered());
        assertEquals(6, relation.matched());
    }

    @Test
    void filterLeavesOutWhatIsUnknownAndSaysWhy() {
        Relation relation = run(where(scan, less(col(scan, "tokens"), num(5))), models);
        assertEquals("a\nb\nd\n", show(relation.table(), "name"));
        assertEquals("CONDITION tokens 2\n", omissions(relation));
        assertEquals(3, relation.matched());
    }

    @Test
    void theFirstUnknownOfARowIsToBlame() {
        Expression condition = new Expression.And(more(col(scan, "mmlu"), num(45)),
                new Expression.And(col(scan, "open"), less(col(scan, "tokens"), num(9))));
        Relation relation = run(where(scan, condition), models);
        // c lacks open before tokens; d is closed and f scores too low, so that what they lack does not matter.
        assertEquals("a\nb\n", show(relation.table(), "name"));
        assertEquals("CONDITION mmlu 1\nCONDITION open 1\n", omissions(relation));
    }

    @Test
    void divisionByZeroIsNobodysFault() {
        Expression zero = Algebra.arith(Expression.Operator.MINUS, col(scan, "tokens"), num(1));
        Relation relation = run(where(scan, more(over(num(1), zero), num(0.3))), models);
        assertEquals("b\nd\n", show(relation.table(), "name"));
        assertEquals("CONDITION tokens 2\nCONDITION undefined 1\n", omissions(relation));
    }

    @Test
    void rankNumbersRowsTiesInInputOrder() {
        Relation relation = run(rank(scan, -1, col(scan, "mmlu")), models);
        assertEquals("1 b\n2 d\n3 c\n4 a\n5 f\n", show(relation.table(), "rank", "name"));
        assertEquals("KEY mmlu 1\n", omissions(relation));
        assertEquals("[rank, name, family, tokens, mmlu, open]", relation.table().schema().names().toString());
    }

    @Test
    void limits() {
        String[] expected = {"", "b\n", "b\nd\n", "b\nd\nc\n", "b\nd\nc\na\n", "b\nd\nc\na\nf\n"};
        for (int limit = 0; limit < expected.length; limit++) {
            Relation relation = run(rank(scan, limit, col(scan, "mmlu")), models);
            assertEquals(expected[limit], show(relation.table(), "name"));
            assertEquals(5, relation.matched());
        }
        assertEquals(expected[5], show(run(rank(scan, 1000, col(scan, "mmlu")), models).table(), "name"));
    }

    @Test
    void unknownSortsLastInBothDirections() {
        assertEquals("f\na\nc\nb\nd\ne\n", show(run(sort(scan, -1, false, col(scan, "mmlu")), models).table(), "name"));
        assertEquals("b\nd\nc\na\nf\ne\n", show(run(sort(scan, -1, true, col(scan, "mmlu")), models).table(), "name"));
        assertEquals("b\nd\nc\na\nf\ne\n", show(run(sort(scan, 6, true, col(scan, "mmlu")), models).table(), "name"));
        assertEquals("a\nc\nf\nb\ne\nd\n", show(run(sort(scan, -1, false, col(scan, "family")), models).table(),
                "name"));
        assertEquals("b\na\n", show(run(sort(scan, 2, true, col(scan, "open"), col(scan, "mmlu")), models).table(),
                "name"));
    }

    @Test
    void noKeyKeepsTheOrder() {
        assertEquals("a\nb\n", show(run(sort(scan, 2, false), models).table(), "name"));
        assertEquals("a\nb\nc\nd\ne\nf\n", show(run(sort(scan, -1, false), models).table(), "name"));
    }

    @Test
    void rankPerGroup() {
        for (long limit : new long[] {-1, 2, 100_000}) {
            Relation relation = run(rankPer(scan, limit, List.of(col(scan, "family")), null, col(scan, "mmlu")),
                    models);
            assertEquals("1 b y\n1 c x\n2 a x\n" + (limit == 2 ? "" : "3 f x\n"),
                    show(relation.table(), "rank", "name", "family"));
            assertEquals("KEY mmlu 1\nGROUP family 1\n", omissions(relation));
        }
    }

    @Test
    void aRankOfARankTakesItsPlace() {
        Plan first = rank(scan, 3, col(scan, "mmlu"));
        Relation relation = run(rank(first, -1, new Expression.Negate(col(first, "mmlu"))), models);
        assertEquals("1 c\n2 b\n3 d\n", show(relation.table(), "rank", "name"));
        assertEquals("KEY mmlu 1\n", omissions(relation));
    }

    @Test
    void summarizePerGroup() {
        Plan plan = summarize(scan, List.of(named("family", col(scan, "family"))), agg(scan, "count"),
                agg(scan, "avg", col(scan, "mmlu")), agg(scan, "sum", col(scan, "tokens")),
                agg(scan, "best", col(scan, "mmlu")), agg(scan, "best", col(scan, "mmlu"), col(scan, "tokens")));
        Relation relation = run(plan, models);
        assertEquals("x 3 50 1 c -\ny 2 70 7 b 2\n", show(relation.table(), "family", "a0", "a1", "a2", "a3", "a4"));
        assertEquals("GROUP family 1\nARGUMENT mmlu 1\nARGUMENT tokens 2\n", omissions(relation));
        assertEquals(5, relation.matched());
    }

    @Test
    void summarizeBySeveralKeys() {
        Plan plan = summarize(scan, List.of(named("open", col(scan, "open")),
                named("high", more(col(scan, "mmlu"), num(55))), named("n", call("floor", over(col(scan, "mmlu"),
                        num(30))))), agg(scan, "count"));
        Relation relation = run(plan, models);
        assertEquals("t f 1 1\nt t 2 1\nf t 2 1\nf f 1 1\n", show(relation.table(), "open", "high", "n", "a0"));
        assertEquals("GROUP open 1\nGROUP mmlu 1\n", omissions(relation));
    }

    private static Expression call(String name, Expression argument) {
        return Algebra.call(name, argument);
    }

    @Test
    void withoutGroupsThereIsOneRowEvenOfNothing() {
        Plan plan = summarize(scan, List.of(), agg(scan, "count"), agg(scan, "avg", col(scan, "mmlu")),
                agg(scan, "best", col(scan, "mmlu")));
        assertEquals("6 58 b\n", show(run(plan, models).table(), "a0", "a1", "a2"));
        assertEquals("0 - -\n", show(run(plan, none).table(), "a0", "a1", "a2"));
    }

    @Test
    void emptyInputGivesEmptyOutput() {
        Plan filter = where(scan, less(col(scan, "tokens"), num(5)));
        Plan[] plans = {scan, filter, rank(filter, 5, col(scan, "mmlu")), rank(scan, -1, col(scan, "mmlu")),
            sort(scan, -1, true, col(scan, "name")), frontier(scan, col(scan, "mmlu"), col(scan, "tokens"), true),
            rankPer(scan, 1, List.of(col(scan, "family")), new Plan.Intervals(1, 10), col(scan, "mmlu")),
            summarize(scan, List.of(named("family", col(scan, "family"))), agg(scan, "median", col(scan, "mmlu"))),
            window(scan, "zscore", col(scan, "mmlu")),
            extend(scan, named("z", over(col(scan, "mmlu"), col(scan, "tokens"))))};
        for (Plan plan : plans) {
            Relation relation = run(plan, none);
            assertEquals(0, relation.table().rows());
            assertEquals(plan.schema().names(), relation.table().schema().names());
            assertEquals("", omissions(relation));
        }
    }

    @Test
    void allUnknown() {
        Table unknown = table("name", "name", texts("a", "b"), "v", numbers(UNKNOWN, UNKNOWN));
        Plan all = scan(unknown);
        assertEquals("KEY v 2\n", omissions(run(rank(all, 5, col(all, "v")), unknown)));
        assertEquals(0, run(frontier(all, col(all, "v"), col(all, "v"), false), unknown).table().rows());
        assertEquals("2 - - 0\n", show(run(summarize(all, List.of(), agg(all, "count"),
                agg(all, "max", col(all, "v")), agg(all, "median", col(all, "v")),
                agg(all, "count", col(all, "v"))), unknown).table(), "a0", "a1", "a2", "a3"));
    }

    @Test
    void extendReplacesAndAppends() {
        Plan plan = extend(scan, named("mmlu", over(col(scan, "mmlu"), num(10))),
                named("ratio", over(col(scan, "mmlu"), col(scan, "tokens"))));
        Plan filtered = where(plan, more(col(plan, "ratio"), num(20)));
        Relation relation = run(filtered, models);
        assertEquals("a 5 50\nb 7 35\n", show(relation.table(), "name", "mmlu", "ratio"));
        assertEquals("CONDITION tokens 2\nCONDITION mmlu 1\n", omissions(relation));
    }

    @Test
    void frontierWithItsBeaten() {
        Table points = table("name", "name", texts("a", "b", "c", "d", "e", "f", "g"),
                "x", numbers(1, 1, 2, 3, 3, 4, UNKNOWN), "y", numbers(5, 5, 4, 9, 8, 9, 100));
        Plan all = scan(points);
        Relation relation = run(frontier(all, col(all, "y"), col(all, "x"), true), points);
        assertEquals("a 1 5 -\nb 1 5 -\nd 3 9 -\nc 2 4 a\ne 3 8 d\nf 4 9 d\n",
                show(relation.table(), "name", "x", "y", "dominated_by"));
        assertEquals("KEY x 1\n", omissions(relation));
        assertEquals("a\nb\nd\n", show(run(frontier(all, col(all, "y"), col(all, "x"), false), points).table(),
                "name"));
    }

    @Test
    void windowSeesAllRowsOfItsInput() {
        Plan filter = where(scan, equal(col(scan, "family"), new Expression.TextValue("x")));
        Relation relation = run(window(filter, "percentile", col(filter, "mmlu")), models);
        assertEquals("a 50\nc 100\nf 0\n", show(relation.table(), "name", "w"));
    }

    @Test
    void unionOfUnlikeTables() {
        Table other = table("name", "mmlu", numbers(1), "name", texts("z"), "note", texts("new"));
        Schema schema = new Schema(List.of(models.schema().field(0), models.schema().field(3),
                models.schema().field(4), other.schema().field(2)));
        Plan union = new Plan.Union(List.of(new Plan.Scan("m", models.schema(), "name"),
                new Plan.Scan("o", other.schema(), "name")),
                List.of(new int[] {0, 3, 4, -1}, new int[] {1, 0, -1, 2}), schema, "name");
        Plan filter = where(union, less(col(union, "mmlu"), num(55)));
        Relation relation = new Engine(1).run(filter, source -> source.equals("m") ? models : other, Cancel.never());
        assertEquals("a 50 t -\nf 40 f -\nz 1 - new\n", show(relation.table(), "name", "mmlu", "open", "note"));
        assertEquals(7, relation.considered());
    }

    @Test
    void intervalsRepeatWithTheirSeed() {
        llmq.table.Field score = new llmq.table.Field("s", llmq.value.Type.NUMBER, llmq.value.Unit.PERCENT, "",
                new llmq.table.ScoreScale(25, 100, 400));
        Table scores = table("name", "name", texts("a", "b", "c", "d"), score, numbers(80, 79, 50, UNKNOWN));
        Plan all = scan(scores);
        String[] shown = new String[3];
        for (int i = 0; i < 3; i++) {
            Plan plan = rankPer(all, i == 2 ? 2 : -1, List.of(), new Plan.Intervals(7, 1000), col(all, "s"));
            shown[i] = show(run(plan, scores).table(), "rank", "rank_low", "rank_high", "name");
        }
        assertEquals("1 1 2 a\n2 1 2 b\n3 3 3 c\n", shown[0]);
        assertEquals(shown[0], shown[1]);
        assertEquals("1 1 2 a\n2 1 2 b\n", shown[2]);
        Plan per = rankPer(all, -1, List.of(equal(col(all, "name"), new Expression.TextValue("b"))),
                new Plan.Intervals(7, 100), col(all, "s"));
        assertEquals("1 1 1 a\n2 2 2 c\n1 1 1 b\n", show(run(per, scores).table(), "rank", "rank_low", "rank_high",
                "name"));
    }

    @Test
    void cancelStopsARun() {
        LlmqException e = assertThrows(LlmqException.class,
                () -> new Engine(2).run(rank(scan, 1, col(scan, "mmlu")), source -> models, () -> true));
        assertEquals(ErrorCode.E203, e.diagnostics().get(0).code());
    }

    /** However late in a sort of many rows it is stopped. */
    @Test
    void cancelStopsASort() {
        KeyedRows rows = new KeyedRows(1, 16);
        Random random = new Random(7);
        double[][] key = new double[1][1];
        for (int i = 0; i < 600_000; i++) {
            key[0][0] = random.nextDouble();
            rows.add(i, key, 0);
        }
        AtomicInteger asked = new AtomicInteger();
        int[] order = rows.order(() -> asked.incrementAndGet() < 0);
        for (int i = 1; i < order.length; i++) {
            assertTrue(rows.compare(order[i - 1], order[i]) < 0);
        }
        assertTrue(asked.get() > 20, asked + " times asked");
        for (int last = 1; last <= asked.get(); last++) {
            AtomicInteger left = new AtomicInteger(last);
            assertThrows(LlmqException.class, () -> rows.order(() -> left.decrementAndGet() == 0));
        }
    }

    @Test
    void stepsCountRows() {
        Plan first = where(scan, less(col(scan, "tokens"), num(5)));
        Plan second = where(first, more(col(scan, "mmlu"), num(60)));
        Relation relation = run(rank(second, 1, col(scan, "mmlu")), models);
        StringBuilder text = new StringBuilder();
        relation.steps().forEach(step -> text.append(step.node().getClass().getSimpleName()).append(' ')
                .append(step.rows()).append('\n'));
        assertEquals("Scan 6\nFilter 3\nFilter 2\nOrder 1\n", text.toString());
        assertEquals(2, relation.matched());
    }
}
