package llmq.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import llmq.catalog.Protocol;
import llmq.catalog.ScoreEntry;
import llmq.catalog.ScoreKind;
import llmq.engine.Cancel;
import llmq.engine.Engine;
import llmq.engine.Tables;
import llmq.function.AggregateFunction;
import llmq.function.Functions;
import llmq.plan.Expression;
import llmq.plan.Expression.Comparator;
import llmq.plan.Expression.Operator;
import llmq.plan.Plan;
import llmq.result.Layout;
import llmq.result.Note;
import llmq.result.NoteKind;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.result.Wanted;
import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Schema;
import llmq.table.ScoreScale;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.Status;
import llmq.value.Type;
import llmq.value.Unit;
import org.junit.jupiter.api.Test;

class NoteRulesTest {
    private static final Field NAME = Field.of("name", Type.TEXT);
    private static final Field MMLU = new Field("mmlu", Type.NUMBER, Unit.PERCENT, "", new ScoreScale(25, 100, 14042));
    private static final Field HUMANEVAL =
            new Field("humaneval", Type.NUMBER, Unit.PERCENT, "", new ScoreScale(0, 100, 164));
    private static final Field TRUTHFULQA =
            new Field("truthfulqa", Type.NUMBER, Unit.PERCENT, "", new ScoreScale(Double.NaN, 100, Double.NaN));
    private static final Field FLOPS = Field.number("flops", Unit.FLOP);
    private static final Field TOKENS = Field.number("tokens", Unit.TOKEN);
    private static final Field OPEN = Field.of("open", Type.BOOLEAN);
    private static final Schema SCHEMA =
            new Schema(List.of(NAME, MMLU, HUMANEVAL, TRUTHFULQA, FLOPS, TOKENS, OPEN));

    private static final Expression NAMED = column(0);
    private static final Expression SCORE = column(1);
    private static final Expression CODE = column(2);
    private static final Expression TRUTH = column(3);
    private static final Expression COMPUTE = column(4);
    private static final Expression TEXT_READ = column(5);
    private static final Expression IS_OPEN = column(6);
    private static final Plan SCAN = new Plan.Scan("models", SCHEMA, "name");

    private final double[] mmlu = new double[12];
    private final double[] humaneval = new double[12];
    private final double[] truthfulqa = new double[12];
    private final double[] flops = new double[12];
    private final double[] tokens = new double[12];
    private final byte[] tokenStatuses = new byte[12];
    /** What is ranked within, or {@code null}. */
    private Expression per;
    private Plan.Intervals intervals;
    private long considered = 12;
    private final List<Protocol> protocols = new ArrayList<>();
    private final List<AssumedFigure> assumed = new ArrayList<>();
    private final Engine engine = new Engine(1);
    /** How often a rule looked at all rows of the source. */
    private int scans;

    /** Twelve models: with the compute, the score grows, but far less than it; the least know nothing. */
    NoteRulesTest() {
        for (int i = 0; i < 12; i++) {
            mmlu[i] = i < 7 ? 25 + 0.2 * i : 28 + 5 * (i - 6);
            humaneval[i] = 20 + 2 * i;
            truthfulqa[i] = 40 + (i * 7) % 12;
            flops[i] = 1e20 * Math.pow(4, i);
            tokens[i] = 1e12 * (1 + (i * 5) % 12);
        }
    }

    // NEAR_CHANCE

    @Test
    void aRatioThatRewardsModelsThatKnowNothingIsNamed() {
        assertNotes(rank(ratio(SCORE, COMPUTE), true, 10, "mmlu/flops"), NoteKind.NEAR_CHANCE,
                "7 of the top 10 score near chance on mmlu (25%): mmlu/flops rewards models that know nothing;"
                        + " try skill(mmlu)");
    }

    @Test
    void theCheapestPerPointRewardsThemToo() {
        assertNotes(rank(ratio(COMPUTE, SCORE), false, 10), NoteKind.NEAR_CHANCE,
                "7 of the top 10 score near chance on mmlu (25%): flops/mmlu rewards models that know nothing;"
                        + " try skill(mmlu)");
    }

    @Test
    void halfOfTheTopNearChanceIsNotMost() {
        Arrays.fill(mmlu, 5, 12, 60);
        assertNotes(rank(ratio(SCORE, COMPUTE), true, 10), NoteKind.NEAR_CHANCE);
    }

    @Test
    void theWorstFirstMayScoreNearChance() {
        assertNotes(rank(SCORE, false, 10), NoteKind.NEAR_CHANCE);
    }

    @Test
    void aScoreByItselfNearChanceIsLuck() {
        Arrays.fill(mmlu, 26);
        assertNotes(rank(SCORE, true, 10), NoteKind.NEAR_CHANCE,
                "10 of the top 10 score near chance on mmlu (25%): their order is mostly luck");
    }

    @Test
    void skillNearZeroIsLuckToo() {
        assertNotes(rank(ratio(skill(), COMPUTE), true, 10), NoteKind.NEAR_CHANCE,
                "6 of the top 10 score near chance on mmlu (25%): so small a skill is mostly luck;"
                        + " try where mmlu > 29");
    }

    @Test
    void aBenchmarkWithoutChanceLevelIsLeftAlone() {
        Arrays.fill(truthfulqa, 1);
        assertNotes(rank(ratio(TRUTH, COMPUTE), true, 10), NoteKind.NEAR_CHANCE);
    }

    // FRACTION

    @Test
    void aFractionMeetsAPercentField() {
        assertNotes(list(compare(SCORE, Comparator.MORE, bare(0.7))), NoteKind.FRACTION,
                "mmlu is in percent: mmlu > 0.7 asks for 0.7%; for 70% write mmlu > 70");
        assertNotes(list(compare(bare(0.29), Comparator.LESS, SCORE)), NoteKind.FRACTION,
                "mmlu is in percent: mmlu > 0.29 asks for 0.29%; for 29% write mmlu > 29");
    }

    @Test
    void aRangeOfFractionsIsOneNote() {
        assertNotes(list(new Expression.And(compare(SCORE, Comparator.MORE, bare(0.5)),
                compare(SCORE, Comparator.LESS, bare(0.7)))), NoteKind.FRACTION,
                "mmlu is in percent: mmlu > 0.5 asks for 0.5%; for 50% write mmlu > 50");
    }

    @Test
    void aFractionInsideAnAggregateOrAListIsFound() {
        AggregateFunction count = (AggregateFunction) Functions.find("count", 0);
        Expression inner = new Expression.OfRows(count, List.of(), new Plan.Filter(SCAN,
                new Expression.In(SCORE, List.of(bare(0.5), bare(50)))), Type.NUMBER, Unit.NONE);
        assertNotes(bareValue(inner, Status.REPORTED), NoteKind.FRACTION,
                "mmlu is in percent: mmlu = 0.5 asks for 0.5%; for 50% write mmlu = 50");
    }

    @Test
    void numbersThatMayWellBeMeantAreLeftAlone() {
        Expression difference = new Expression.Arithmetic(Operator.MINUS, SCORE, CODE, Type.NUMBER, Unit.PERCENT);
        for (Expression condition : List.of(
                compare(SCORE, Comparator.MORE, bare(70)),
                compare(SCORE, Comparator.MORE, bare(0)),
                compare(SCORE, Comparator.MORE, Expression.NumberValue.of(0.7, Unit.PERCENT)),
                compare(skill(), Comparator.MORE, bare(0.7)),
                compare(difference, Comparator.MORE, bare(0.5)),
                compare(COMPUTE, Comparator.MORE, bare(0.7)))) {
            assertNotes(list(condition), NoteKind.FRACTION);
        }
    }

    // BARE_COUNT

    @Test
    void aSmallNumberForACountIsNamed() {
        assertNotes(list(compare(TEXT_READ, Comparator.LESS, bare(3))), NoteKind.BARE_COUNT,
                "tokens counts single tokens: tokens < 3 asks for 3 of them; for 3 trillion write 3T");
        assertNotes(list(compare(bare(1500), Comparator.LESS, TEXT_READ)), NoteKind.BARE_COUNT, "tokens counts single"
                + " tokens: tokens > 1500 asks for 1500 of them; for 1500 billion write 1500B");
        assertNotes(list(compare(COMPUTE, Comparator.AT_LEAST, bare(0.5))), NoteKind.BARE_COUNT,
                "flops counts single operations:"
                + " flops >= 0.5 asks for 0.5 of them; for 0.5 ZFLOP write 0.5e21");
    }

    @Test
    void whatMayWellBeMeantIsNoBareCount() {
        for (Expression condition : List.of(compare(TEXT_READ, Comparator.MORE, bare(0)),
                compare(TEXT_READ, Comparator.MORE, bare(1e5)),
                compare(TEXT_READ, Comparator.MORE, Expression.NumberValue.of(3, Unit.TOKEN)),
                compare(ratio(TEXT_READ, bare(1e12)), Comparator.MORE, bare(3)),
                compare(SCORE, Comparator.MORE, bare(3)))) {
            assertNotes(list(condition), NoteKind.BARE_COUNT);
        }
    }

    // GROUPS_OF_ONE

    @Test
    void aRankingWithinGroupsOfOneRowIsNamed() {
        per = COMPUTE;
        assertNotes(rank(SCORE, true, 1), NoteKind.GROUPS_OF_ONE,
                "per flops makes a group of nearly every row; for a ratio write mmlu/flops");
        assertNotes(rank(NAMED, true, 1), NoteKind.GROUPS_OF_ONE, "per flops makes a group of nearly every row");
        Arrays.fill(flops, 0, 4, 1e20);
        assertNotes(rank(SCORE, true, 1), NoteKind.GROUPS_OF_ONE);
        // Of rows that are not ranked nobody sees the groups.
        Arrays.fill(mmlu, 0, 4, Double.NaN);
        assertNotes(rank(SCORE, true, 1), NoteKind.GROUPS_OF_ONE,
                "per flops makes a group of nearly every row; for a ratio write mmlu/flops");
        Arrays.fill(mmlu, 0, 8, Double.NaN);
        assertNotes(rank(SCORE, true, 1), NoteKind.GROUPS_OF_ONE);
        per = NAMED;
        Arrays.fill(mmlu, 50);
        assertNotes(rank(SCORE, true, 1), NoteKind.GROUPS_OF_ONE);
    }

    // RATIO_IS_INGREDIENT

    @Test
    void aRatioThatOrdersAsItsDivisorIsNamed() {
        assertNotes(rank(ratio(SCORE, COMPUTE), true, 5, "mmlu/flops"), NoteKind.RATIO_IS_INGREDIENT,
                "mmlu/flops orders 12 rows nearly as flops alone (Spearman -1);"
                        + " try skill(mmlu), or frontier mmlu against flops");
        assertNotes(rank(ratio(TRUTH, COMPUTE), true, 5), NoteKind.RATIO_IS_INGREDIENT,
                "truthfulqa/flops orders 12 rows nearly as flops alone (Spearman -1);"
                        + " try truthfulqa, or frontier truthfulqa against flops");
    }

    @Test
    void whoeverUsesSkillIsNotAdvisedToUseIt() {
        Arrays.setAll(mmlu, i -> 60 + i);
        assertNotes(rank(ratio(skill(), COMPUTE), true, 5), NoteKind.RATIO_IS_INGREDIENT,
                "skill(mmlu)/flops orders 12 rows nearly as flops alone (Spearman -1);"
                        + " try frontier mmlu against flops");
    }

    @Test
    void aProductWithoutAScoreIsSaidMorePlainly() {
        Expression product = new Expression.Negate(binary(Operator.TIMES, COMPUTE, TEXT_READ));
        assertNotes(rank(product, true, 5, "-flops * tokens"), NoteKind.RATIO_IS_INGREDIENT,
                "-flops * tokens orders 12 rows nearly as flops alone (Spearman -0.99);"
                        + " by flops asc says the same more plainly");
    }

    @Test
    void aRatioOfItsOwnIsLeftAlone() {
        System.arraycopy(new double[] {44, 41, 50, 47, 40, 46, 51, 43, 42, 49, 45, 48}, 0, tokens, 0, 12);
        assertNotes(rank(ratio(TRUTH, TEXT_READ), true, 5), NoteKind.RATIO_IS_INGREDIENT);
    }

    @Test
    void aKeyOfOneIngredientIsNoRatio() {
        assertNotes(rank(COMPUTE, true, 5), NoteKind.RATIO_IS_INGREDIENT);
        assertNotes(rank(binary(Operator.DIVIDE, COMPUTE, bare(7)), true, 5), NoteKind.RATIO_IS_INGREDIENT);
        assertNotes(rank(skill(), true, 5), NoteKind.RATIO_IS_INGREDIENT);
        assertEquals(0, scans);
    }

    @Test
    void amongFewerThanTenKnownRowsAnythingMayCorrelate() {
        Arrays.fill(mmlu, 0, 3, Double.NaN);
        assertNotes(rank(ratio(SCORE, COMPUTE), true, 5), NoteKind.RATIO_IS_INGREDIENT);
    }

    @Test
    void tooManyRowsAreNotLookedThrough() {
        considered = 20_001;
        Asked asked = rank(ratio(SCORE, COMPUTE), true, 5);
        assertNotes(asked, NoteKind.TOO_MANY_ROWS,
                "too many rows to see whether mmlu/flops orders them as one of its parts alone would");
        assertNotes(asked, NoteKind.RATIO_IS_INGREDIENT);
        assertEquals(0, scans);
        assertNotes(rank(SCORE, true, 5), NoteKind.TOO_MANY_ROWS);
    }

    // MIXED_PROTOCOL

    @Test
    void scoresMeasuredOtherwiseAreCounted() {
        Asked asked = rank(SCORE, true, 6);
        protocols.addAll(Arrays.asList(new Protocol(5, ScoreKind.SELF_REPORTED),
                new Protocol(5, ScoreKind.HARNESS), new Protocol(5, ScoreKind.HARNESS), null,
                new Protocol(ScoreEntry.NOT_STATED, ScoreKind.THIRD_PARTY), new Protocol(0, ScoreKind.HARNESS)));
        assertNotes(asked, NoteKind.MIXED_PROTOCOL, "mmlu mixes protocols: 2 harness 5-shot,"
                + " 1 self-reported 5-shot, 1 third-party and 1 harness 0-shot");
    }

    @Test
    void scoresMeasuredAlikeAreNot() {
        Asked asked = rank(SCORE, true, 6);
        for (int i = 0; i < 6; i++) {
            protocols.add(new Protocol(5, ScoreKind.HARNESS));
        }
        assertNotes(asked, NoteKind.MIXED_PROTOCOL);
    }

    @Test
    void aListThatPutsNothingInOrderComparesNothing() {
        Asked asked = list(compare(SCORE, Comparator.MORE, bare(0)));
        protocols.addAll(List.of(new Protocol(5, ScoreKind.SELF_REPORTED), new Protocol(5, ScoreKind.HARNESS)));
        assertNotes(asked, NoteKind.MIXED_PROTOCOL);
    }

    @Test
    void modelsSideBySideAreComparedOnEveryBenchmark() {
        protocols.addAll(List.of(new Protocol(5, ScoreKind.SELF_REPORTED), new Protocol(5, ScoreKind.HARNESS)));
        Result sideBySide = result(Layout.COMPARE, table(), 0, 1, 2, 3, 4);
        Asked asked = new Asked(SCAN, null, List.of(), List.of(), sideBySide, facts());
        assertNotes(asked, NoteKind.MIXED_PROTOCOL, "mmlu, humaneval and truthfulqa mix protocols;"
                + " mmlu: 1 self-reported 5-shot and 1 harness 5-shot");
    }

    @Test
    void aFrontierComparesItsScores() {
        protocols.addAll(List.of(new Protocol(5, ScoreKind.SELF_REPORTED), new Protocol(0, ScoreKind.HARNESS)));
        Plan frontier = new Plan.Frontier(SCAN, CODE, COMPUTE, false, SCHEMA);
        Asked asked = new Asked(frontier, null, List.of(), List.of(), result(Layout.TABLE, table(), 0, 2, 4), facts());
        assertNotes(asked, NoteKind.MIXED_PROTOCOL,
                "humaneval mixes protocols: 1 self-reported 5-shot and 1 harness 0-shot");
    }

    // RANKS_WITHIN_ERROR: the error of humaneval is about 3.5 points, that of mmlu 0.4

    @Test
    void neighboursThatSamplingErrorCannotTellApartAreCounted() {
        assertNotes(rank(CODE, true, 10), NoteKind.RANKS_WITHIN_ERROR,
                "9 of the 9 neighbouring pairs in the top 10 are within sampling error; add 'with intervals'");
        assertNotes(rank(SCORE, true, 6), NoteKind.RANKS_WITHIN_ERROR);
        assertNotes(rank(SCORE, true, 7), NoteKind.RANKS_WITHIN_ERROR,
                "1 of the 6 neighbouring pairs in the top 7 is within sampling error; add 'with intervals'");
        assertNotes(rank(CODE, true, 2), NoteKind.RANKS_WITHIN_ERROR,
                "the top 2 are within sampling error; add 'with intervals'");
    }

    @Test
    void errorIsCarriedThroughTheKey() {
        assertNotes(rank(ratio(CODE, COMPUTE), true, 10), NoteKind.RANKS_WITHIN_ERROR);
        Arrays.fill(flops, 1e20);
        assertNotes(rank(ratio(CODE, COMPUTE), true, 10), NoteKind.RANKS_WITHIN_ERROR,
                "9 of the 9 neighbouring pairs in the top 10 are within sampling error; add 'with intervals'");
        // A sum of two scores has the errors of both; mmlu alone tells the first two of these apart.
        Arrays.fill(humaneval, 50);
        assertNotes(rank(binary(Operator.PLUS, SCORE, CODE), true, 2), NoteKind.RANKS_WITHIN_ERROR,
                "the top 2 are within sampling error; add 'with intervals'");
        assertNotes(rank(SCORE, true, 2), NoteKind.RANKS_WITHIN_ERROR);
    }

    @Test
    void withIntervalsWithinGroupsOrWithoutAnErrorThereIsNothingToSay() {
        intervals = new Plan.Intervals(1, 100);
        assertNotes(rank(CODE, true, 10), NoteKind.RANKS_WITHIN_ERROR);
        intervals = null;
        per = NAMED;
        assertNotes(rank(CODE, true, 10), NoteKind.RANKS_WITHIN_ERROR);
        per = null;
        assertNotes(rank(TRUTH, true, 10), NoteKind.RANKS_WITHIN_ERROR);
        assertNotes(rank(COMPUTE, true, 10), NoteKind.RANKS_WITHIN_ERROR);
    }

    // ASSUMED

    @Test
    void anAssumedFigureThatIsShownIsNamed() {
        tokenStatuses[2] = (byte) Status.ASSUMED.ordinal();
        assumed.add(new AssumedFigure("tokens", "model 2"));
        assumed.add(new AssumedFigure("tokens", "model 9"));
        Asked asked = list(IS_OPEN);
        assertNotes(asked, NoteKind.ASSUMED, "rests on assumed figures: tokens of model 2");
    }

    @Test
    void anAssumedFigureThatOnlyTheConditionUsedIsNamed() {
        tokenStatuses[2] = (byte) Status.ASSUMED.ordinal();
        Expression few = compare(TEXT_READ, Comparator.LESS, bare(3e12));
        assumed.add(new AssumedFigure("tokens", "model 2"));
        Asked asked = list(few, 0, 1);
        assertNotes(asked, NoteKind.ASSUMED, "rests on assumed figures: tokens of model 2");

        Expression large = compare(COMPUTE, Comparator.MORE, bare(1e22));
        assumed.add(new AssumedFigure("tokens", "model 2"));
        asked = list(new Expression.And(large, few), 0, 1);
        assertNotes(asked, NoteKind.ASSUMED);
    }

    @Test
    void anAssumedFigureThatNothingUsedIsNot() {
        tokenStatuses[2] = (byte) Status.ASSUMED.ordinal();
        assumed.add(new AssumedFigure("tokens", "model 2"));
        Asked asked = list(IS_OPEN, 0, 1);
        assertNotes(asked, NoteKind.ASSUMED);
    }

    @Test
    void aKeyThatUsesAnAssumedFigureOfALaterRowRestsOnIt() {
        tokenStatuses[0] = (byte) Status.ASSUMED.ordinal();
        assumed.add(new AssumedFigure("tokens", "model 0"));
        Asked asked = rank(TEXT_READ, true, 3);
        assertNotes(asked, NoteKind.ASSUMED, "rests on assumed figures: tokens of model 0");
    }

    @Test
    void aBareExpressionRestsOnTheFiguresOfTheRowsThatItNames() {
        assumed.addAll(List.of(new AssumedFigure("tokens", "model 3"), new AssumedFigure("tokens", "model 4")));
        Asked asked = bareValue(new Expression.OfRow(COMPUTE, "models", 3, "model 3"), Status.ASSUMED);
        assertNotes(asked, NoteKind.ASSUMED, "rests on assumed figures: tokens of model 3");
        assumed.add(new AssumedFigure("tokens", "model 5"));
        asked = bareValue(new Expression.OfRow(COMPUTE, "models", 5, "model 5"), Status.REPORTED);
        assertNotes(asked, NoteKind.ASSUMED);
    }

    // EMPTY

    @Test
    void whatLeftNoRowIsNamed() {
        Expression huge = compare(COMPUTE, Comparator.MORE, bare(1e30));
        Expression good = compare(SCORE, Comparator.MORE, bare(50));
        Expression small = compare(COMPUTE, Comparator.LESS, bare(1e21));
        assertNotes(list(huge), NoteKind.EMPTY, "no row met the condition flops > 1e30");
        assertNotes(list(new Expression.And(good, huge)), NoteKind.EMPTY,
                "no row met flops > 1e30, whatever the rest of the condition");
        assertNotes(list(new Expression.And(good, small)), NoteKind.EMPTY,
                "no row met all of the condition: 1 has mmlu > 50 and 2 have flops < 1e21");
    }

    @Test
    void aResultWithRowsIsNotEmpty() {
        assertNotes(list(compare(SCORE, Comparator.MORE, bare(50))), NoteKind.EMPTY);
    }

    @Test
    void keysThatAreAllUnknownAreNamed() {
        Arrays.fill(flops, Double.NaN);
        assertNotes(rank(COMPUTE, true, 0), NoteKind.EMPTY, "no row was left: what orders them is unknown in each");
        considered = 30_000;
        assertNotes(list(compare(COMPUTE, Comparator.MORE, bare(5))), NoteKind.EMPTY, "no row met the condition");
        assertEquals(0, scans);
    }

    // All together

    @Test
    void notesComeInTheirFixedOrderAndAreShort() {
        tokenStatuses[2] = (byte) Status.ASSUMED.ordinal();
        Arrays.fill(mmlu, 26);
        assumed.add(new AssumedFigure("tokens", "model 2"));
        Asked asked = rank(new Plan.Filter(SCAN, compare(SCORE, Comparator.MORE, bare(0.2))), ratio(SCORE, COMPUTE),
                true, 10);
        protocols.addAll(List.of(new Protocol(5, ScoreKind.SELF_REPORTED), new Protocol(0, ScoreKind.HARNESS)));
        List<NoteKind> kinds = NoteRules.notes(asked).stream().map(Note::kind).toList();
        assertEquals(List.of(NoteKind.FRACTION, NoteKind.NEAR_CHANCE, NoteKind.RATIO_IS_INGREDIENT,
                NoteKind.MIXED_PROTOCOL, NoteKind.ASSUMED), kinds);
        for (Note note : NoteRules.notes(asked)) {
            assertTrue(note.text().length() <= 125, note.text());
        }
    }

    private static void assertNotes(Asked asked, NoteKind kind, String... wanted) {
        List<String> found = new ArrayList<>();
        for (Note note : NoteRules.notes(asked)) {
            if (note.kind() == kind) {
                found.add(note.text());
            }
        }
        assertEquals(List.of(wanted), found);
    }

    private Asked rank(Expression key, boolean descending, int top, String... keyTexts) {
        return rank(SCAN, key, descending, top, keyTexts);
    }

    private Asked rank(Plan input, Expression key, boolean descending, int top, String... keyTexts) {
        List<Field> fields = new ArrayList<>(List.of(Field.of("rank", Type.NUMBER)));
        if (intervals != null) {
            fields.add(Field.of("rank_low", Type.NUMBER));
            fields.add(Field.of("rank_high", Type.NUMBER));
        }
        fields.addAll(SCHEMA.fields());
        Plan.Order ranking = new Plan.Order(input, List.of(new Plan.Key(key, descending)),
                per == null ? List.of() : List.of(per), top, true, intervals, new Schema(fields));
        return new Asked(ranking, ranking, List.of(keyTexts), List.of(),
                result(Layout.TABLE, run(ranking), 0, 1, 6), facts());
    }

    private Asked list(Expression condition, int... shown) {
        Plan plan = new Plan.Filter(SCAN, condition);
        int[] all = {0, 1, 2, 3, 4, 5, 6};
        return new Asked(plan, null, List.of(), List.of(),
                result(Layout.TABLE, run(plan), shown.length == 0 ? all : shown), facts());
    }

    private Asked bareValue(Expression value, Status status) {
        Table table = new Table(new Schema(List.of(Field.number("value", Unit.NONE))),
                List.of(new NumberColumn(new double[] {1}, new byte[] {(byte) status.ordinal()})), 1, null);
        return new Asked(null, null, List.of(), List.of(value), result(Layout.SCALAR, table, 0), facts());
    }

    private Result result(Layout layout, Table table, int... shown) {
        List<Shown> columns = new ArrayList<>();
        for (int column : shown) {
            columns.add(Shown.of(column, table.schema().field(column).name(), 0));
        }
        return new Result(layout, null, table, columns, List.of(), List.of(), considered, Wanted.top(-1));
    }

    private Facts facts() {
        Table table = table();
        Tables tables = source -> {
            scans++;
            return table;
        };
        Protocols measured = (result, row, benchmark) -> row < protocols.size() ? protocols.get(row) : null;
        return new Facts(engine, tables, Cancel.never(), measured, assumed);
    }

    private Table run(Plan plan) {
        return engine.run(plan, source -> table(), Cancel.never()).table();
    }

    private Table table() {
        String[] names = new String[12];
        Arrays.setAll(names, i -> "model " + i);
        byte[] open = new byte[12];
        Arrays.fill(open, BooleanColumn.TRUE);
        List<Column> columns = List.of(TextColumn.of(names), NumberColumn.of(mmlu), NumberColumn.of(humaneval),
                NumberColumn.of(truthfulqa), NumberColumn.of(flops), new NumberColumn(tokens, tokenStatuses),
                new BooleanColumn(open, null));
        return new Table(SCHEMA, columns, 12, "name");
    }

    private static Expression.Column column(int index) {
        return new Expression.Column(index, SCHEMA.field(index));
    }

    private static Expression bare(double value) {
        return Expression.NumberValue.of(value, Unit.BARE);
    }

    private static Expression compare(Expression left, Comparator comparator, Expression right) {
        return new Expression.Comparison(comparator, left, right);
    }

    private static Expression ratio(Expression above, Expression below) {
        return binary(Operator.DIVIDE, above, below);
    }

    private static Expression skill() {
        Expression chance = Expression.NumberValue.of(25, Unit.PERCENT);
        Expression max = Expression.NumberValue.of(100, Unit.PERCENT);
        return binary(Operator.DIVIDE, binary(Operator.MINUS, SCORE, chance), binary(Operator.MINUS, max, chance));
    }

    private static Expression binary(Operator operator, Expression left, Expression right) {
        Unit unit = operator == Operator.DIVIDE ? left.unit().per(right.unit())
                : operator == Operator.TIMES ? left.unit().times(right.unit()) : left.unit();
        return new Expression.Arithmetic(operator, left, right, Type.NUMBER, unit);
    }
}
