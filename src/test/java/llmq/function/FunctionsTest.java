package llmq.function;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import llmq.value.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionsTest {

    static List<Function> all() {
        return Functions.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyFunctionIsDocumented(Function function) {
        Doc doc = function.doc();
        assertAll(
                () -> assertTrue(doc.usage().startsWith(doc.name() + "("), doc.usage()),
                () -> assertFalse(doc.summary().isBlank()),
                () -> assertFalse(doc.summary().endsWith("."), doc.summary()),
                () -> assertTrue(doc.page().endsWith("."), doc.page()),
                () -> assertFalse(doc.examples().isEmpty()),
                () -> assertTrue(doc.examples().stream().allMatch(e -> e.contains(doc.name() + "(")), doc.name()),
                () -> assertTrue(function.least() <= function.most()));
    }

    @Test
    void aNameStandsForOneFunctionOfAKindAndOfANumberOfArguments() {
        Set<String> seen = new HashSet<>();
        for (Function function : Functions.all()) {
            assertTrue(seen.add(function.getClass().getSimpleName() + " " + function.name()), function.name());
        }
        for (String name : Functions.names()) {
            for (int n = 0; n < 5; n++) {
                int arguments = n;
                long takers = Functions.named(name).stream().filter(f -> f.takes(arguments)).count();
                assertTrue(takers <= 1, name + " of " + n);
            }
        }
    }

    @Test
    void theContractsFunctionsAreThere() {
        List<String> wanted = List.of("log10", "ln", "log2", "exp", "sqrt", "abs", "round", "floor", "ceil", "min",
                "max", "coalesce", "if", "year", "month", "skill", "zscore", "percentile", "cumulative_best", "count",
                "sum", "avg", "median", "stddev", "quantile", "corr", "best", "geomean", "count_known", "residual",
                "density", "effective_flops", "predicted", "leverage", "spearman", "slope");
        assertTrue(Functions.names().containsAll(wanted));
    }

    @ParameterizedTest
    @ValueSource(strings = {"min", "MIN", "Min"})
    void minAndMaxDependOnHowManyArguments(String name) {
        assertInstanceOf(AggregateFunction.class, Functions.find(name, 1));
        assertInstanceOf(ScalarFunction.class, Functions.find(name, 2));
        assertNull(Functions.find(name, 0));
        assertEquals(2, Functions.named(name).size());
    }

    @Test
    void minAndMaxOfDatesAreDates() {
        ScalarFunction ofDates = (ScalarFunction) Functions.find("max", List.of(Type.DATE, Type.DATE));
        ScalarFunction ofNumbers = (ScalarFunction) Functions.find("max", List.of(Type.NUMBER, Type.NUMBER));
        assertEquals(Type.DATE, ofDates.result());
        assertEquals(Type.DATE, ofDates.argument(7));
        assertEquals(Type.NUMBER, ofNumbers.result());
        assertEquals(Type.NUMBER, ((ScalarFunction) Functions.find("sqrt", List.of(Type.DATE))).argument(0));
        assertNull(Functions.find("sqrt", List.of(Type.NUMBER, Type.NUMBER)));
        assertEquals(Type.DATE, ((AggregateFunction) Functions.find("min", List.of(Type.DATE))).result(Type.DATE));
    }

    @Test
    void upperCaseWithATurkishDotlessIFinds() {
        assertEquals("quantile", Functions.find("QUANTILE", 2).name());
        assertNull(Functions.find("lgo10"));
    }

    @ParameterizedTest
    @CsvSource({
        "log10, 1000, 3", "log10, 1e21, 21", "log10, 0, unknown", "log10, -1, unknown", "log10, NaN, unknown",
        "ln, 1, 0", "ln, 0, unknown", "ln, -2, unknown",
        "log2, 1024, 10", "log2, 536870912, 29", "log2, 0.125, -3", "log2, 4.9E-324, -1074", "log2, 1, 0",
        "log2, 10, 3.321928094887362", "log2, 0.999, -0.0014434168696687186", "log2, 0, unknown", "log2, -8, unknown",
        "exp, 0, 1", "exp, 710, unknown", "exp, -1000, 0",
        "sqrt, 9, 3", "sqrt, -1, unknown", "abs, -3.5, 3.5", "abs, NaN, unknown",
        "round, 2.5, 3", "round, -2.5, -3", "round, 0.49999999999999994, 0", "round, 1e300, 1e300",
        "round, 4503599627370495.5, 4503599627370496", "round, NaN, unknown",
        "floor, 2.7, 2", "floor, -2.1, -3", "ceil, 2.1, 3", "ceil, -2.7, -2",
    })
    void scalarOfOneNumber(String name, double x, String wanted) {
        assertValue(wanted, apply(name, x));
    }

    @ParameterizedTest
    @CsvSource({
        "round, 2.345, 1, 2.3", "round, 1234, -2, 1200", "round, 1250, -2, 1300", "round, 0.15, 1, 0.2",
        "round, 3, NaN, unknown", "round, 1.5, 400, 1.5", "round, 1.5, -400, 0", "round, 70.64, 1, 70.6",
        "min, 3, 2, 2", "max, 3, 2, 3", "min, 3, NaN, unknown", "max, NaN, 3, unknown",
    })
    void scalarOfTwoNumbers(String name, double x, double y, String wanted) {
        assertValue(wanted, apply(name, x, y));
    }

    @Test
    void minTakesAsManyAsThereAre() {
        assertEquals(1, apply("min", 4, 2, 1, 3));
        assertEquals(4, apply("max", 4, 2, 1, 3));
    }

    @Test
    void yearAndMonthAgreeWithTheCalendarOnEveryDayOfEightCenturies() {
        int from = (int) LocalDate.of(1599, 1, 1).toEpochDay();
        int n = 300_000;
        double[] days = new double[n];
        double[] years = new double[n];
        double[] months = new double[n];
        double[] wantedYears = new double[n];
        double[] wantedMonths = new double[n];
        for (int i = 0; i < n; i++) {
            LocalDate date = LocalDate.ofEpochDay(from + i);
            days[i] = from + i;
            wantedYears[i] = date.getYear();
            wantedMonths[i] = date.getMonthValue();
        }
        Pointwise.YEAR.apply(new double[][] {days}, years, n);
        Pointwise.MONTH.apply(new double[][] {days}, months, n);
        assertArrayEquals(wantedYears, years);
        assertArrayEquals(wantedMonths, months);
        assertValue("unknown", apply("year", Double.NaN));
        assertEquals(2023, apply("year", LocalDate.of(2023, 12, 31).toEpochDay() + 0.75));
        assertEquals(-1, apply("year", LocalDate.of(-1, 2, 3).toEpochDay()));
    }

    @Test
    void aBatchShorterThanItsArraysLeavesTheRestAlone() {
        for (Function function : Functions.all()) {
            if (function instanceof ScalarFunction scalar) {
                double[] out = {-7, -7};
                double[][] arguments = new double[scalar.least()][];
                Arrays.fill(arguments, new double[] {1, 1});
                scalar.body().apply(arguments, out, 1);
                assertEquals(-7, out[1], scalar.name());
                assertTrue(out[0] != -7, scalar.name());
                scalar.body().apply(arguments, out, 0);
            }
        }
    }

    private static double apply(String name, double... arguments) {
        ScalarFunction function = (ScalarFunction) Functions.named(name).stream()
                .filter(f -> f instanceof ScalarFunction).findFirst().orElseThrow();
        assertTrue(function.takes(arguments.length));
        double[][] columns = new double[arguments.length][];
        for (int i = 0; i < arguments.length; i++) {
            columns[i] = new double[] {arguments[i]};
        }
        double[] out = new double[1];
        function.body().apply(columns, out, 1);
        return out[0];
    }

    /** What a body gives is made unknown by the engine where it is not finite. */
    private static void assertValue(String wanted, double value) {
        if (wanted.equals("unknown")) {
            assertFalse(Double.isFinite(value), () -> "known: " + value);
        } else {
            assertEquals(Double.parseDouble(wanted), value, Math.ulp(value));
        }
    }
}
