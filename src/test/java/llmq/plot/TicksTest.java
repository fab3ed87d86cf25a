package llmq.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import llmq.value.Dates;
import llmq.value.ScaledUnit;
import llmq.value.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {

    /** The scale, its ends in units that it is written in, how many base units one is, how many texts, the ticks. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "LINEAR | 0    | 100   | 1    | 6 | 0 . 20 . 40 . 60 . 80 . 100",
        "LINEAR | 0    | 100   | 1    | 3 | 0 . . . . 50 . . . . 100",
        "LINEAR | 0    | 100   | 1    | 2 | 0 . . . . 100",
        "LINEAR | 22   | 91.5  | 1    | 8 | . . . . 30 . . . . 40 . . . . 50 . . . . 60 . . . . 70 . . . . 80 . . . . 90",
        "LINEAR | -1.2 | 1.2   | 1    | 5 | . . -1.0 . . . . -0.5 . . . . 0 . . . . 0.5 . . . . 1.0 . .",
        "LINEAR | 0    | 1     | 1    | 6 | 0 . 0.2 . 0.4 . 0.6 . 0.8 . 1.0",
        "LINEAR | 0    | 0.003 | 1    | 4 | 0 . . . . 0.001 . . . . 0.002 . . . . 0.003",
        "LINEAR | 0    | 3     | 1e12 | 4 | 0 . . . . 1 . . . . 2 . . . . 3",
        "LINEAR | 0    | 40000 | 1    | 3 | 0 . 20000 . 40000",
        "LINEAR | 0    | 4e24  | 1    | 3 | 0 . 2·10²⁴ . 4·10²⁴",
        "LINEAR | 0    | 12e24 | 1    | 3 | 0 . . . . 0.5·10²⁵ . . . . 1.0·10²⁵ . .",
        "LINEAR | 0    | 4e-9  | 1    | 3 | 0 . 2·10⁻⁹ . 4·10⁻⁹",
        "LOG    | 1e21 | 1e24  | 1    | 4 | 10²¹ 10²² 10²³ 10²⁴",
        "LOG    | 3e21 | 4e25  | 1    | 9 | 10²² 10²³ 10²⁴ 10²⁵",
        "LOG    | 3e21 | 4e25  | 1    | 3 | 10²² 10²⁴",
        "LOG    | 1e1  | 1e9   | 1    | 4 | 10³ 10⁶ 10⁹",
        "LOG    | 0.1  | 400   | 1e9  | 9 | 0.1 1 10 100",
        "LOG    | 0.5  | 20    | 1e9  | 9 | 0.5 1 2 5 10 20",
        "LOG    | 0.5  | 20    | 1e9  | 4 | 1 3 10",
        "LOG    | 0.5  | 20    | 1e9  | 2 | 1 10",
        "LOG    | 3e22 | 6e23  | 1    | 5 | 5·10²² 10²³ 2·10²³ 5·10²³",
        "LOG    | 1.1  | 1.75  | 1    | 5 | 1.2 1.4 1.6",
        "LOG    | 2    | 4.5   | 1    | 5 | 2 3 4",
    })
    void ofNumbers(Scale scale, double low, double high, double factor, int most, String expected) {
        Axis axis = new Axis("x", new ScaledUnit(Unit.NONE, factor, ""), scale, low * factor, high * factor, List.of());
        List<Tick> ticks = Ticks.of(axis, most);
        // On scales of ratios what has no text is told by the property below.
        assertEquals(expected, scale == Scale.LOG ? texts(ticks) : marks(ticks));
    }

    /** Of counts: there is none between two of them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1 | 9 | 0 1", "3 | 9 | 0 1 2 3", "9 | 6 | 0 . 2 . 4 . 6 . 8 .",
        "7 | 3 | 0 . . . . 5 . .", "40 | 5 | 0 . . . . 10 . . . . 20 . . . . 30 . . . . 40"})
    void ofCountsAreWhole(double high, int most, String expected) {
        assertEquals(expected, marks(Ticks.of(new Axis("rows", null, Scale.LINEAR, 0, high, List.of(), true), most)));
    }

    /** Ends of what is drawn, and those of the axis, with a tick at each. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "LINEAR | 0      | 36     | 1    | 0      | 40",
        "LINEAR | 0      | 60     | 1    | 0      | 60",
        "LINEAR | 17.2   | 92.8   | 1    | 0      | 100",
        "LINEAR | -3.1   | 8      | 1e9  | -4     | 8",
        "LINEAR | 0      | 0.3    | 1    | 0      | 0.3",
        "LINEAR | 0      | 4.1e-9 | 1    | 0      | 5e-9",
        "LINEAR | 1e15   | 1.000000000000003e15 | 1 | 1e15 | 1.000000000000003e15",
        "LOG    | 3.2e8  | 3.2e12 | 1    | 2e8    | 5e12",
        "LOG    | 1e18   | 1e26   | 1    | 1e18   | 1e26",
        "LOG    | 0.5    | 20.1   | 1e12 | 0.5    | 50",
        "TIME   | 100    | 5000   | 1    | 100    | 5000",
    })
    void axesOfBarsEndWithATick(Scale scale, double low, double high, double factor, double first, double last) {
        Axis axis = Ticks.ended(new Axis("x", new ScaledUnit(Unit.NONE, factor, ""), scale, low * factor,
                high * factor, List.of()), 6);
        assertEquals(first * factor, axis.low(), 1e-12 * Math.abs(first * factor));
        assertEquals(last * factor, axis.high(), 1e-12 * Math.abs(last * factor));
        if (scale != Scale.TIME && last - first > 1e-11 * last) {
            List<Tick> ticks = Ticks.of(axis, 9);
            assertEquals(axis.low(), ticks.get(0).value(), 1e-12 * Math.abs(axis.low()));
            assertEquals(axis.high(), ticks.get(ticks.size() - 1).value(), 1e-12 * axis.high());
        }
    }

    private static String texts(List<Tick> ticks) {
        return marks(ticks).replace(" .", "").replace(". ", "");
    }

    private static String marks(List<Tick> ticks) {
        StringBuilder text = new StringBuilder();
        for (Tick tick : ticks) {
            text.append(text.length() == 0 ? "" : " ").append(tick.isMinor() ? "." : tick.text());
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2019-03-10 | 2024-06-01 | 6 | . . . 2020 . . . 2021 . . . 2022 . . . 2023 . . . 2024 .",
        "2019-03-10 | 2024-06-01 | 4 | 2020 . 2022 . 2024",
        "2023-01-01 | 2024-02-01 | 5 | 2023-01 . . 2023-04 . . 2023-07 . . 2023-10 . . 2024-01 .",
        "2023-02-11 | 2023-05-20 | 3 | 2023-03 2023-04 2023-05",
        "2023-02-11 | 2023-05-20 | 2 | 2023-03 . 2023-05",
        "2023-02-11 | 2023-02-15 | 3 | 2023-02-11 . 2023-02-13 . 2023-02-15",
        "1923-02-11 | 2023-02-15 | 5 | . . . 1940 . . . 1960 . . . 1980 . . . 2000 . . . 2020",
    })
    void ofDates(String low, String high, int most, String expected) {
        Axis axis = new Axis("released", null, Scale.TIME, Dates.days(LocalDate.parse(low)),
                Dates.days(LocalDate.parse(high)), List.of());
        assertEquals(expected, marks(Ticks.of(axis, most)));
    }

    @Test
    void ofCategories() {
        Axis axis = new Axis("family", null, Scale.CATEGORY, -0.5, 4.5, List.of("a", "b", "c", "d", "e"));
        assertEquals("a b c d e", marks(Ticks.of(axis, 5)));
        assertEquals("a . . d .", marks(Ticks.of(axis, 2)));
    }

    @Test
    void withinTheAxisInOrderAndNoMoreThanAskedFor() {
        Random random = new Random(7);
        int two = 0;
        for (int i = 0; i < 10_000; i++) {
            Scale scale = new Scale[] {Scale.LINEAR, Scale.LOG, Scale.TIME}[i % 3];
            double low = scale == Scale.LOG ? Math.pow(10, random.nextInt(60) - 30 + random.nextDouble())
                    : (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(30) - 15);
            double high = scale == Scale.LOG ? low * Math.pow(10, 0.01 + random.nextDouble() * random.nextInt(40))
                    : low + Math.max(Math.abs(low) / 1000, Math.pow(10, random.nextInt(30) - 15));
            Axis axis = new Axis("x", new ScaledUnit(Unit.NONE, random.nextBoolean() ? 1 : 1e12, ""), scale, low, high,
                    List.of());
            int most = 1 + random.nextInt(12);
            List<Tick> ticks = Ticks.of(axis, most);
            Set<String> texts = new HashSet<>();
            List<Double> values = new ArrayList<>();
            int majors = 0;
            for (Tick tick : ticks) {
                assertTrue(axis.holds(tick.value()), tick + " of " + axis);
                assertTrue(values.isEmpty() || tick.value() > values.get(values.size() - 1), ticks + " of " + axis);
                values.add(tick.value());
                majors += tick.isMinor() ? 0 : 1;
                assertTrue(tick.isMinor() || texts.add(tick.text()), tick + " twice of " + axis);
            }
            assertTrue(majors <= most, majors + " of " + most + ": " + ticks);
            assertTrue(ticks.size() < 400, ticks.size() + " of " + axis);
            two += majors >= 2 ? 1 : 0;
        }
        assertTrue(two > 5000, two + " axes have two texts");
    }
}
