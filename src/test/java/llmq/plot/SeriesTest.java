package llmq.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Schema;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.Type;
import llmq.value.Unit;
import org.junit.jupiter.api.Test;

class SeriesTest {
    private static final String FEW = "dense dense moe - rnn rnn rnn hybrid";
    private static final String MANY = "k k k k b a c d e f g h i j";

    /** {@code name index}, with the number of steps where there are any, of some rows of a column. */
    private static String looks(Type type, Column column, int... rows) {
        Column taken = column.take(rows);
        double[] numbers = IntStream.range(0, rows.length).mapToDouble(i -> i).toArray();
        Table table = new Table(new Schema(List.of(Field.number("x", Unit.NONE), type == Type.NUMBER
                ? Field.number("k", Unit.NONE) : Field.of("k", type))), List.of(NumberColumn.of(numbers), taken),
                rows.length, null);
        PlotSpec.Channel x = new PlotSpec.Channel(0, "x", null, Scale.LINEAR);
        StringBuilder looks = new StringBuilder();
        for (Series series : Pictures.of(new PlotSpec(PlotSpec.Form.SCATTER, x, x, null,
                new PlotSpec.Channel(1, "k", null, Scale.CATEGORY), null, null, -1, false, null), table, List.of(),
                () -> false).picture().series()) {
            looks.append(looks.length() == 0 ? "" : ", ").append(series.name())
                    .append(series.kind() == Series.Kind.REST ? " rest" : " " + series.index())
                    .append(series.steps() == 0 ? "" : " of " + series.steps());
        }
        return looks.toString();
    }

    private static Column texts(String words) {
        String[] values = words.split(" ");
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i].equals("-") ? null : values[i];
        }
        return TextColumn.of(values);
    }

    @Test
    void ofFewValuesEachLooksTheSameWhicheverRowsThereAre() {
        Column few = texts(FEW);
        assertEquals("dense 0, moe 1, rnn 2, hybrid 3, not known 4", looks(Type.TEXT, few, 0, 1, 2, 3, 4, 5, 6, 7));
        assertEquals("dense 0, moe 1, rnn 2, hybrid 3, not known 4", looks(Type.TEXT, few, 7, 6, 5, 4, 3, 2, 1, 0));
        assertEquals("moe 1, rnn 2", looks(Type.TEXT, few, 4, 5, 2));
        assertEquals("hybrid 3, not known 4", looks(Type.TEXT, few, 3, 7));
        Column truths = new BooleanColumn(new byte[] {0, 1, 2, 0, 0}, null);
        assertEquals("yes 0, no 1, not known 2", looks(Type.BOOLEAN, truths, 0, 1, 2, 3, 4));
        assertEquals("no 1, not known 2", looks(Type.BOOLEAN, truths, 2, 3));
    }

    @Test
    void whereAllColoursAreTakenWhatIsNotKnownHasThatOfTheRest() {
        assertEquals("a 0, h 7, not known rest", looks(Type.TEXT, texts("a b c d e f g h -"), 8, 7, 0));
    }

    @Test
    void ofManyThoseWithTheMostRowsHaveAColourAndOfAsManyThoseFirstByName() {
        Column many = texts(MANY);
        String all = "k 0, a 1, b 2, c 3, d 4, e 5, f 6, 4 others rest";
        assertEquals(all, looks(Type.TEXT, many, IntStream.range(0, 14).toArray()));
        assertEquals(all, looks(Type.TEXT, many, IntStream.range(0, 14).map(i -> 13 - i).toArray()));
        assertEquals("a 0, b 1, k 2", looks(Type.TEXT, many, 5, 4, 0));
    }

    @Test
    void numbersHaveAnOrderOfColours() {
        Column years = NumberColumn.of(2024, 2020, 2022, 2022, 2026, 2019, 2018, 2017, 2016, 2015, 2014);
        assertEquals("2020 0 of 3, 2022 1 of 3, 2024 2 of 3", looks(Type.NUMBER, years, 0, 1, 2, 3));
        Column some = NumberColumn.of(2024, Double.NaN, 2022, 2022);
        assertEquals("2022 0 of 2, 2024 1 of 2, not known rest", looks(Type.NUMBER, some, 0, 1, 2, 3));
        assertEquals("2014 0 of 7, 2015 1 of 7, 2016 2 of 7, 2017 3 of 7, 2018 4 of 7, 2019 5 of 7, 2022 6 of 7,"
                + " 3 others rest", looks(Type.NUMBER, years, IntStream.range(0, 11).toArray()));
    }
}
