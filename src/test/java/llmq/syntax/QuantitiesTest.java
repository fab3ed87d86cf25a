package llmq.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import llmq.diagnostic.SourceText;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {

    @ParameterizedTest
    @CsvSource({
        "3T, 3e12, ", "70B, 70e9, ", "500M, 5e8, ", "40k, 4e4, ", "40K, 4e4, ", "1e24, 1e24, ", "1E24, 1e24, ",
        "1_000, 1000, ", "1_000_000.5, 1000000.5, ", "1.5e3, 1500, ", ".5, 0.5, ", "1e-3, 1e-3, ", "3.3T, 3.3e12, ",
        "0.1B, 1e8, ", "3T tokens, 3e12, tokens", "3T  tokens, 3e12, tokens", "400 TFLOP/s, 400, TFLOP/s",
        "400 TFLOP / s, 400, TFLOP/s", "400TFLOP/s, 400, TFLOP/s", "2 USD/hour, 2, USD/hour", "70%, 70, %",
        "70 %, 70, %", "80GB, 80, GB", "80TB, 80, TB", "80 GB, 80, GB", "3Ttokens, 3, Ttokens", "3Btokens, 3, Btokens",
        "20 tokens/param, 20, tokens/param", "1 %/ZFLOP, 1, %/ZFLOP", "24 hours, 24, hours", "5s, 5, s", "7B, 7e9, ",
        "2 PFLOP/s*day, 2, PFLOP/s*day", "1e3s, 1000, s", "3 Tokens, 3, Tokens"})
    void oneQuantity(String text, double value, String unit) {
        Expr.Number number = (Expr.Number) new Parser().parseExpression(SourceText.of(text));
        assertEquals(value, number.value());
        assertEquals(unit, number.unit());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "3T tokens / params | DIVIDE(3T tokens, params)",
        "3T tokens * flops | TIMES(3T tokens, flops)",
        "3T tokens / PARAMS | DIVIDE(3T tokens, PARAMS)",
        "2 * h | TIMES(2, h)",
        "400 TFLOP * s(3) | TIMES(400 TFLOP, s())",
        "400 TFLOP / s of DBRX | DIVIDE(400 TFLOP, s of DBRX)",
        "6 * active_params * tokens | TIMES(TIMES(6, active_params), tokens)",
        "(3 TFLOP) / s | DIVIDE(3 TFLOP, s)",
        "3 tokens / 2 params | DIVIDE(3 tokens, 2 params)",
        "2024-04 | 2024-04", "2024-04-10-7 | MINUS(2024-04-10, 7)",
        "2024 - 04 | MINUS(2024, 04)", "1024-64 | MINUS(1024, 64)",
        "mmlu / flops in %/ZFLOP | DIVIDE(mmlu, flops) in %/ZFLOP",
        "tokens / params in tokens/param | DIVIDE(tokens, params) in tokens/param",
        "tokens / params in tokens / params | DIVIDE(tokens, params) in tokens/params",
        "x in (3, 4) | x in 2", "x in param | x in param"})
    void whatIsOneQuantityAndWhatIsNot(String text, String wanted) {
        assertEquals(wanted, brief(new Parser().parseExpression(SourceText.of(text))));
    }

    @Test
    void unitOnTheNextLineIsAStatement() {
        Script script = new Parser().parse(SourceText.of("let a = 5\ntokens of DBRX\nlist top 5\nflops of DBRX"));
        assertEquals(4, script.statements().size());
    }

    private static String brief(Expr e) {
        if (e instanceof Expr.Binary b) {
            return b.operator().name() + "(" + brief(b.left()) + ", " + brief(b.right()) + ")";
        }
        if (e instanceof Expr.Convert c) {
            return brief(c.value()) + " in " + c.unit();
        }
        if (e instanceof Expr.In in) {
            return brief(in.value()) + " in " + in.options().size();
        }
        if (e instanceof Expr.Call call) {
            return call.function().name() + "()";
        }
        if (e instanceof Expr.Of of) {
            return brief(of.value()) + " of " + of.model().name();
        }
        if (e instanceof Expr.Number n) {
            return n.text() + (n.unit() == null ? "" : " " + n.unit());
        }
        return e instanceof Expr.Date date ? date.text() : ((Expr.Name) e).identifier().name();
    }
}
