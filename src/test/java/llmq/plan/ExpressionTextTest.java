package llmq.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import llmq.function.AggregateFunction;
import llmq.function.Functions;
import llmq.function.ScalarFunction;
import llmq.plan.Expression.Comparator;
import llmq.plan.Expression.Operator;
import llmq.table.Field;
import llmq.table.Schema;
import llmq.table.ScoreScale;
import llmq.value.ScaledUnit;
import llmq.value.Status;
import llmq.value.Type;
import llmq.value.Unit;
import org.junit.jupiter.api.Test;

class ExpressionTextTest {
    private static final Expression A = column("a");
    private static final Expression B = column("b");
    private static final Expression C = column("c");
    private static final Expression OPEN = new Expression.Column(0, Field.of("open", Type.BOOLEAN));

    @Test
    void arithmeticKeepsOnlyTheParenthesesItNeeds() {
        assertText("a - b - c", minus(minus(A, B), C));
        assertText("a - (b - c)", minus(A, minus(B, C)));
        assertText("a/(b * c)", binary(Operator.DIVIDE, A, binary(Operator.TIMES, B, C)));
        assertText("a/b * c", binary(Operator.TIMES, binary(Operator.DIVIDE, A, B), C));
        assertText("(a + b)/c", binary(Operator.DIVIDE, binary(Operator.PLUS, A, B), C));
        assertText("a + b + c", binary(Operator.PLUS, A, binary(Operator.PLUS, B, C)));
        assertText("(a * b)^2", binary(Operator.POWER, binary(Operator.TIMES, A, B), number(2)));
        assertText("-(a + b)", new Expression.Negate(binary(Operator.PLUS, A, B)));
        assertText("(-a)^b", binary(Operator.POWER, new Expression.Negate(A), B));
        assertText("a^-1", binary(Operator.POWER, A, number(-1)));
    }

    @Test
    void conditions() {
        Expression less = new Expression.Comparison(Comparator.LESS, A, number(3e12));
        assertText("a < 3T", less);
        assertText("open and (open or a < 3T)", new Expression.And(OPEN, new Expression.Or(OPEN, less)));
        assertText("not (open and a < 3T)", new Expression.Not(new Expression.And(OPEN, less)));
        assertText("a in (1, 2500)", new Expression.In(A, List.of(number(1), number(2500))));
        assertText("a like \"it's*\"", new Expression.Like(A, "it's*"));
        assertText("a is unknown", new Expression.Known(A, false));
        assertText("a is known", new Expression.Needed(A));
        assertText("reported(a)", new Expression.Reported(A));
        assertText("(a in TFLOP) >= 2", new Expression.Comparison(Comparator.AT_LEAST,
                new Expression.Convert(A, new ScaledUnit(Unit.FLOP, 1e12, "TFLOP")), number(2)));
    }

    @Test
    void numbersDatesAndNames() {
        assertText("70B", number(70e9));
        assertText("1.5T", number(1.5e12));
        assertText("1e24", number(1e24));
        assertText("1234567", number(1234567));
        assertText("25%", Expression.NumberValue.of(25, Unit.PERCENT));
        assertText("3T tokens", Expression.NumberValue.of(3e12, Unit.TOKEN));
        assertText("2024-04-10", new Expression.NumberValue(19823, Type.DATE, Unit.NONE, Status.REPORTED, null));
        assertText("unknown", number(Double.NaN));
        assertText("`Training compute (FLOP)`", column("Training compute (FLOP)"));
        assertText("percentile(mmlu)", column("percentile(mmlu)"));
        assertText("'x'", new Expression.TextValue("x"));
        assertText("true", new Expression.TruthValue((byte) 1));
    }

    @Test
    void callsAndValuesOfOtherRows() {
        ScalarFunction log10 = (ScalarFunction) Functions.find("log10", 1);
        AggregateFunction avg = (AggregateFunction) Functions.find("avg", 1);
        assertText("log10(a)", new Expression.Call(log10, List.of(A), Unit.NONE));
        assertText("if(open, a, b)", new Expression.If(OPEN, A, B, Type.NUMBER, Unit.NONE));
        assertText("coalesce(a, b)", new Expression.Coalesce(List.of(A, B), Type.NUMBER, Unit.NONE));
        assertText("a of 'DBRX'", new Expression.OfRow(A, "models", 3, "DBRX"));
        assertText("(a - b) of 'DBRX'", new Expression.OfRow(minus(A, B), "models", 3, "DBRX"));
        Plan scan = new Plan.Scan("models", new Schema(List.of(Field.number("a", Unit.NONE))), null);
        assertText("avg(a of models where open)", new Expression.OfRows(avg, List.of(A), new Plan.Filter(scan, OPEN),
                Type.NUMBER, Unit.NONE));
    }

    @Test
    void skillIsReadBackFromItsArithmetic() {
        Expression mmlu = new Expression.Column(0,
                new Field("mmlu", Type.NUMBER, Unit.PERCENT, "", new ScoreScale(25, 100, 14042)));
        Expression chance = Expression.NumberValue.of(25, Unit.PERCENT);
        Expression max = Expression.NumberValue.of(100, Unit.PERCENT);
        Expression skill = binary(Operator.DIVIDE, minus(mmlu, chance), minus(max, chance));
        assertEquals(mmlu, ExpressionText.skillOf(skill));
        assertText("skill(mmlu)/a", binary(Operator.DIVIDE, skill, A));
        Expression other = binary(Operator.DIVIDE, minus(mmlu, max), minus(max, chance));
        assertNull(ExpressionText.skillOf(other));
        assertText("(mmlu - 100%)/(100% - 25%)", other);
    }

    private static void assertText(String wanted, Expression expression) {
        assertEquals(wanted, ExpressionText.of(expression));
    }

    private static Expression column(String name) {
        return new Expression.Column(0, Field.number(name, Unit.NONE));
    }

    private static Expression number(double value) {
        return Expression.NumberValue.of(value, Unit.BARE);
    }

    private static Expression minus(Expression left, Expression right) {
        return binary(Operator.MINUS, left, right);
    }

    private static Expression binary(Operator operator, Expression left, Expression right) {
        return new Expression.Arithmetic(operator, left, right, Type.NUMBER, left.unit());
    }
}
