package llmq.function;

import java.util.List;
import llmq.value.Type;

/** The functions of one row. */
final class Scalars {
    private static final String HALVES = "Halves go away from zero.";

    private Scalars() {
    }

    static List<Function> all() {
        return List.of(
                number("log10", UnitRule.NONE, Pointwise.LOG10, "log10(x)", "logarithm to base 10",
                        "Takes the number in base units (log10 of 1 ZFLOP is 21) and gives a pure number."
                                + " Unknown where x is zero or negative.",
                        "log10(1000)", "list models top 5 show log10(flops), mmlu"),
                number("ln", UnitRule.NONE, Pointwise.LN, "ln(x)", "natural logarithm",
                        "Takes the number in base units and gives a pure number. Unknown where x is zero or negative.",
                        "ln(10)"),
                number("log2", UnitRule.NONE, Pointwise.LOG2, "log2(x)", "logarithm to base 2",
                        "Takes the number in base units and gives a pure number; exact for powers of two."
                                + " Unknown where x is zero or negative.",
                        "log2(1024)"),
                number("exp", UnitRule.NONE, Pointwise.EXP, "exp(x)", "exponential function, e to the power of x",
                        "Gives a pure number; unknown where it is too large to hold.", "exp(1)"),
                number("sqrt", UnitRule.SQUARE_ROOT, Pointwise.SQRT, "sqrt(x)", "square root",
                        "The unit's square root is taken too. Unknown where x is negative.",
                        "sqrt(2)", "list models top 5 show sqrt(params * tokens)"),
                number("abs", UnitRule.FIRST, Pointwise.ABS, "abs(x)", "size without sign", "Keeps the unit.",
                        "abs(-3)"),
                new ScalarFunction(new Doc("round", "round(x[, digits])", "nearest number of so many decimals",
                        "To whole numbers unless digits says otherwise; negative digits round to tens, hundreds and so"
                                + " on. " + HALVES + " Works on the number in base units and keeps the unit.",
                        List.of("round(2.5)", "round(2.345, 1)", "round(1234, -2)")), 1, 2, List.of(Type.NUMBER),
                        Type.NUMBER, UnitRule.FIRST, Pointwise.ROUND),
                number("floor", UnitRule.FIRST, Pointwise.FLOOR, "floor(x)", "greatest whole number that is at most x",
                        "Works on the number in base units and keeps the unit.", "floor(2.7)"),
                number("ceil", UnitRule.FIRST, Pointwise.CEIL, "ceil(x)", "least whole number that is at least x",
                        "Works on the number in base units and keeps the unit.", "ceil(2.1)"),
                extreme("min", Type.NUMBER), extreme("max", Type.NUMBER),
                new ScalarFunction(new Doc("year", "year(date)", "calendar year of a date",
                        "A pure number, so that it can be a group key: per year(released).",
                        List.of("year(2024-04-10)", "summarize models show count() per year(released)")), 1, 1,
                        List.of(Type.DATE), Type.NUMBER, UnitRule.NONE, Pointwise.YEAR),
                new ScalarFunction(new Doc("month", "month(date)", "month of a date, 1 to 12", "A pure number.",
                        List.of("month(2024-04-10)")), 1, 1, List.of(Type.DATE), Type.NUMBER, UnitRule.NONE,
                        Pointwise.MONTH));
    }

    private static ScalarFunction number(String name, UnitRule units, Pointwise body, String usage, String summary,
            String page, String... examples) {
        return new ScalarFunction(new Doc(name, usage, summary, page, List.of(examples)), 1, 1, List.of(Type.NUMBER),
                Type.NUMBER, units, body);
    }

    /** The function of that name as it works on dates; {@code null} if it takes none. */
    static ScalarFunction ofDates(String name) {
        return name.equals("min") || name.equals("max") ? extreme(name, Type.DATE) : null;
    }

    private static ScalarFunction extreme(String name, Type type) {
        boolean least = name.equals("min");
        String page = "All of one unit, or all dates. Unknown where any of them is; coalesce puts something in an"
                + " unknown's place. With one argument it is an aggregate.";
        Doc doc = new Doc(name, name + "(a, b, ...)", least ? "least of several values" : "greatest of several values",
                page, List.of(name + "(3, 2, 7)", "list models top 5 show " + name + "(mmlu, arc_c)"));
        return new ScalarFunction(doc, 2, Integer.MAX_VALUE, List.of(type), type, UnitRule.SAME,
                least ? Pointwise.MIN : Pointwise.MAX);
    }
}
