package llmq.engine;

import static llmq.engine.Algebra.UNKNOWN;
import static llmq.engine.Algebra.agg;
import static llmq.engine.Algebra.arith;
import static llmq.engine.Algebra.call;
import static llmq.engine.Algebra.col;
import static llmq.engine.Algebra.equal;
import static llmq.engine.Algebra.extend;
import static llmq.engine.Algebra.less;
import static llmq.engine.Algebra.named;
import static llmq.engine.Algebra.num;
import static llmq.engine.Algebra.numbers;
import static llmq.engine.Algebra.omissions;
import static llmq.engine.Algebra.over;
import static llmq.engine.Algebra.run;
import static llmq.engine.Algebra.scan;
import static llmq.engine.Algebra.show;
import static llmq.engine.Algebra.summarize;
import static llmq.engine.Algebra.table;
import static llmq.engine.Algebra.texts;
import static llmq.engine.Algebra.truths;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import llmq.plan.Expression;
import llmq.plan.Expression.Comparator;
import llmq.plan.Expression.Operator;
import llmq.plan.Expression.TextValue;
import llmq.plan.Plan;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Table;
import llmq.value.Status;
import llmq.value.Type;
import llmq.value.Unit;
import org.junit.jupiter.api.Test;

/** What each expression gives, unknowns and statuses among it. */
class ExpressionTest {
    private final Table three = table(null, "a", truths("tttfffuuu"), "b", truths("tfutfutfu"));
    private final Table mixed = table("name", "name", texts("Aa", "Bb", "Cc", null),
            "org", texts("Bb", "Aa", "Cc", "x"),
            "x", numbers(1, 2, UNKNOWN, 4), "y", numbers(1, 0, 3, -4), "open", truths("tfut"));

    private static String values(Table table, Expression value) {
        Relation relation = run(extend(scan(table), named("v", value)), table);
        return show(relation.table(), "v").replace("\n", " ").strip();
    }

    private Expression a() {
        return col(scan(three), "a");
    }

    private Expression b() {
        return col(scan(three), "b");
    }

    @Test
    void kleene() {
        assertEquals("t f - f f f - f -", values(three, new Expression.And(a(), b())));
        assertEquals("t t t t f - t - -", values(three, new Expression.Or(a(), b())));
        assertEquals("f f f t t t - - -", values(three, new Expression.Not(a())));
        assertEquals("t f - f t - - - -", values(three, equal(a(), b())));
        assertEquals("t t t t t t f f f", values(three, new Expression.Known(a(), true)));
        assertEquals("f f f f f f t t t", values(three, new Expression.Known(a(), false)));
        assertEquals("t t t t t t - - -", values(three, new Expression.Needed(a())));
        assertEquals("t f - t f - - - -", values(three, new Expression.If(a(), b(), b(), Type.BOOLEAN, Unit.NONE)));
        assertEquals("t t t f f f t f -", values(three,
                new Expression.Coalesce(List.of(a(), b()), Type.BOOLEAN, Unit.NONE)));
    }

    private Expression mixed(String name) {
        return col(scan(mixed), name);
    }

    @Test
    void arithmetic() {
        Expression x = mixed("x");
        Expression y = mixed("y");
        assertEquals("2 2 - 0", values(mixed, arith(Operator.PLUS, x, y)));
        assertEquals("0 2 - 8", values(mixed, arith(Operator.MINUS, x, y)));
        assertEquals("1 0 - -16", values(mixed, arith(Operator.TIMES, x, y)));
        assertEquals("1 - - -1", values(mixed, over(x, y)));
        assertEquals("1 1 - 0.00390625", values(mixed, arith(Operator.POWER, x, y)));
        assertEquals("-1 -2 - -4", values(mixed, new Expression.Negate(x)));
        assertEquals("- - - -", values(mixed, arith(Operator.TIMES, num(1e200), num(1e200))));
        assertEquals("- - - -", values(mixed, arith(Operator.POWER, num(UNKNOWN), num(0))));
        assertEquals("0 0.3010299956639812 - 0.6020599913279624", values(mixed, call("log10", x)));
        assertEquals("0 - 0.47712125471966244 -", values(mixed, call("log10", y)));
    }

    @Test
    void comparisons() {
        Expression x = mixed("x");
        Expression y = mixed("y");
        Map<Comparator, String> expected = Map.of(Comparator.EQUAL, "t f - f", Comparator.UNEQUAL, "f t - t",
                Comparator.LESS, "f f - f", Comparator.AT_MOST, "t f - f", Comparator.MORE, "f t - t",
                Comparator.AT_LEAST, "t t - t");
        for (Comparator comparator : Comparator.values()) {
            assertEquals(expected.get(comparator), values(mixed, new Expression.Comparison(comparator, x, y)));
        }
        assertEquals("t t - f", values(mixed, new Expression.In(x, List.of(num(2), num(1)))));
        assertEquals("t - - -", values(mixed, new Expression.In(x, List.of(num(UNKNOWN), num(1)))));
        assertEquals("f f f f", values(mixed, new Expression.In(y, List.of())));
    }

    @Test
    void textsOfDifferentDictionaries() {
        Expression name = mixed("name");
        Expression org = mixed("org");
        assertEquals("f f t -", values(mixed, equal(name, org)));
        assertEquals("t f f -", values(mixed, less(name, org)));
        assertEquals("f t f -", values(mixed, equal(new TextValue("Bb"), name)));
        assertEquals("t f f -", values(mixed, less(name, new TextValue("B"))));
        assertEquals("t f t -", values(mixed, new Expression.Comparison(Comparator.UNEQUAL, name,
                new TextValue("Bb"))));
        assertEquals("t f t -", values(mixed, new Expression.In(name, List.of(new TextValue("Cc"),
                new TextValue("Aa"), new TextValue("zz")))));
        assertEquals("t t - -", values(mixed, new Expression.In(name, List.of(new TextValue("Aa"),
                new TextValue(null), new TextValue("Bb")))));
        assertEquals("Aa Bb Cc x", values(mixed, new Expression.Coalesce(List.of(name, org), Type.TEXT, Unit.NONE)));
        assertEquals("Aa Aa - -", values(mixed, new Expression.If(mixed("open"), name, org, Type.TEXT, Unit.NONE)));
        assertEquals("Aa none - -", values(mixed, new Expression.If(mixed("open"), name, new TextValue("none"),
                Type.TEXT, Unit.NONE)));
        assertEquals("f f f f", values(mixed, equal(new TextValue("a"), new TextValue("b"))));
    }

    @Test
    void like() {
        Table names = table("n", "n", texts("Llama 2", "llama", "xLlama", "", "a*b", "ÉCOLE", "𝔸b", null));
        String[][] cases = {{"llama*", "t t f f f f f -"}, {"*LLAMA", "f t t f f f f -"}, {"*", "t t t t t t t -"},
            {"", "f f f t f f f -"}, {"?????", "f t f f f t f -"}, {"*a*a*", "t t t f f f f -"},
            {"école", "f f f f f t f -"}, {"?B", "f f f f f f t -"}, {"a?b", "f f f f t f f -"}};
        for (String[] each : cases) {
            assertEquals(each[1], values(names, new Expression.Like(col(scan(names), "n"), each[0])), each[0]);
        }
    }

    @Test
    void dates() {
        Field date = Field.of("d", Type.DATE);
        Table days = table(null, date, numbers(19_000, UNKNOWN, 19_010.0));
        Expression d = col(scan(days), "d");
        Expression fixed = new Expression.NumberValue(19_000, Type.DATE, Unit.NONE, Status.REPORTED, null);
        assertEquals("0 - 864000", values(days, new Expression.Arithmetic(Operator.MINUS, d, fixed, Type.NUMBER,
                Unit.SECOND)));
        Expression span = num(86_400 * 2.4);
        assertEquals("19002 - 19012", values(days, new Expression.Arithmetic(Operator.PLUS, d, span, Type.DATE,
                Unit.NONE)));
        assertEquals("18998 - 19008", values(days, new Expression.Arithmetic(Operator.MINUS, d, span, Type.DATE,
                Unit.NONE)));
        assertEquals("19002 - 19012", values(days, new Expression.Arithmetic(Operator.PLUS, span, d, Type.DATE,
                Unit.NONE)));
    }

    private static Table withStatuses() {
        byte[] statuses = {0, 1, 2, 3};
        return table("n", "n", texts("p", "q", "r", "s"), "e", new NumberColumn(new double[] {1, 2, 3, 4}, statuses),
                "plain", numbers(1, UNKNOWN, 1, 1), "open", truths("ttff"));
    }

    private static String statuses(Column column) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < column.size(); row++) {
            text.append(column.status(row).word().charAt(0));
        }
        return text + (column.hasStatuses() ? "" : " none");
    }

    @Test
    void statusesAreTheWeakestOfWhatWasUsed() {
        Table table = withStatuses();
        Plan all = scan(table);
        Expression e = col(all, "e");
        Expression plain = col(all, "plain");
        Object[][] cases = {{arith(Operator.PLUS, e, plain), "rdea"}, {arith(Operator.PLUS, plain, plain), "rrrr none"},
            {new Expression.If(col(all, "open"), e, plain, Type.NUMBER, Unit.NONE), "rdrr"},
            {new Expression.Coalesce(List.of(plain, e), Type.NUMBER, Unit.NONE), "rdrr"},
            {call("log10", e), "rdea"}, {less(e, num(3)), "rdea"},
            {new Expression.Known(e, true), "rrrr none"}, {new Expression.Needed(e), "rdea"},
            {new Expression.Reported(e), "rrrr none"},
            {arith(Operator.PLUS, plain, new Expression.NumberValue(1, Type.NUMBER, Unit.NONE, Status.ESTIMATED,
                    null)), "eeee"},
            {new Expression.OfRow(e, "t", 3, "s"), "aaaa"}};
        for (Object[] each : cases) {
            Relation relation = run(extend(all, named("v", (Expression) each[0])), table);
            assertEquals(each[1], statuses(relation.table().column("v")), each[0].toString());
        }
        assertEquals("t f f f", values(table, new Expression.Reported(e)));
        assertEquals("t - t t", values(table, new Expression.Reported(plain)));
    }

    @Test
    void statusesOfGroupsWindowsAndUnions() {
        Table table = withStatuses();
        Plan all = scan(table);
        Expression sum = arith(Operator.PLUS, col(all, "e"), col(all, "plain"));
        Plan groups = summarize(all, List.of(named("open", col(all, "open"))), agg(all, "sum", sum),
                agg(all, "max", col(all, "e")), agg(all, "count"));
        Relation relation = run(groups, table);
        // In the first group the derived row does not count in the sum, as plain is unknown there.
        assertEquals("ra", statuses(relation.table().column("a0")));
        assertEquals("da", statuses(relation.table().column("a1")));
        assertEquals("rr none", statuses(relation.table().column("a2")));
        assertEquals("rdea", statuses(run(Algebra.window(all, "zscore", col(all, "e")), table).table().column("w")));
        Plan union = new Plan.Union(List.of(all, all), List.of(new int[] {0, 2}, new int[] {0, 1}),
                new llmq.table.Schema(List.of(table.schema().field(0), table.schema().field(1))), "n");
        assertEquals("rrrrrdea", statuses(run(union, table).table().column("e")));
        assertEquals("aedr", statuses(run(Algebra.rank(all, -1, col(all, "e")), table).table().column("e")));
    }

    @Test
    void valuesFromElsewhere() {
        Plan all = scan(mixed);
        Expression of = new Expression.OfRow(col(all, "x"), "t", 3, "d");
        assertEquals("5 6 - 8", values(mixed, arith(Operator.PLUS, col(all, "x"), of)));
        Expression average = new Expression.OfRows(agg(all, "avg", col(all, "x")).function(), List.of(col(all, "x")),
                Algebra.where(all, less(col(all, "x"), num(4))), Type.NUMBER, Unit.NONE);
        assertEquals("f t - t", values(mixed, less(average, col(all, "x"))));
        Expression unknown = new Expression.OfRow(over(num(1), col(all, "x")), "t", 2, "Cc");
        Relation relation = run(Algebra.where(all, less(col(all, "x"), unknown)), mixed);
        assertEquals("CONDITION x 1\nCONDITION x of Cc 3\n", omissions(relation));
        Engine engine = new Engine(1);
        Relation value = engine.evaluate(Field.of("v", Type.NUMBER), arith(Operator.TIMES, of, average),
                source -> mixed, Cancel.never());
        assertEquals("6\n", show(value.table(), "v"));
        assertEquals("CONDITION x 1\n", omissions(value));
        Relation none = engine.evaluate(Field.of("v", Type.NUMBER), over(of, num(0)), source -> mixed, Cancel.never());
        assertEquals("-\n", show(none.table(), "v"));
        assertEquals("VALUE undefined 1\n", omissions(none));
    }
}
