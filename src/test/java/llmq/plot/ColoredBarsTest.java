package llmq.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Schema;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.Type;
import llmq.value.Unit;
import org.junit.jupiter.api.Test;

class ColoredBarsTest {

    private static Picture picture(boolean stacked, Column keys, Column colors, double... values) {
        Table table = new Table(new Schema(List.of(Field.of("k", Type.TEXT), Field.of("c", Type.TEXT),
                Field.number("v", Unit.NONE))), List.of(keys, colors, NumberColumn.of(values)), values.length, null);
        PlotSpec spec = new PlotSpec(PlotSpec.Form.BARS, new PlotSpec.Channel(0, "k", null, Scale.CATEGORY),
                new PlotSpec.Channel(2, "v", null, Scale.LINEAR), null, new PlotSpec.Channel(1, "c", null,
                Scale.CATEGORY), null, null, -1, false, null).of(-1, -1, stacked, null, null);
        return Pictures.of(spec, table, List.of(), () -> false).picture();
    }

    /** A line for each bar: its series, its category, where it lies along the axis of these, from where to where. */
    private static String bars(Picture picture) {
        Panel panel = picture.panels().get(0);
        StringBuilder text = new StringBuilder();
        for (Layer layer : panel.layers()) {
            Layer.Bars bars = (Layer.Bars) layer;
            for (int i = 0; i < bars.value().length; i++) {
                text.append(String.format(Locale.ROOT, "%s %s %.2f..%.2f %.0f..%.0f row %d%n", bars.series().name(),
                        panel.y().categories().get((int) Math.rint((bars.from()[i] + bars.to()[i]) / 2)), bars.from()[i],
                        bars.to()[i], bars.start(i), bars.end(i), bars.rows()[i]));
            }
        }
        return text.toString();
    }

    @Test
    void countsStandOnOneAnotherTheLongestStackFirst() {
        Picture picture = picture(true, TextColumn.of("a", "b", "b", "a", "c"), TextColumn.of("x", "x", "y", "y", "y"),
                7, 6, 5, 1, 3);
        assertEquals("""
                x a 0.60..1.40 0..7 row 0
                x b 1.60..2.40 0..6 row 1
                y a 0.60..1.40 7..8 row 3
                y b 1.60..2.40 6..11 row 2
                y c -0.40..0.40 0..3 row 4
                """.lines().sorted().toList(), bars(picture).lines().sorted().toList());
        assertEquals(List.of("c", "a", "b"), picture.panels().get(0).y().categories());
        assertEquals(List.of(new Series("x", 0, Series.Kind.ROWS), new Series("y", 1, Series.Kind.ROWS)),
                picture.series());
        assertEquals(12, picture.panels().get(0).x().high(), 1e-12);
    }

    @Test
    void othersLieSideBySideTheFirstColorUppermost() {
        String side = """
                x a 1.00..1.33 0..7 row 0
                y a 0.67..1.00 0..-2 row 1
                y b -0.33..0.00 0..3 row 2
                """;
        assertEquals(side, bars(picture(false, TextColumn.of("a", "a", "b"), TextColumn.of("x", "y", "y"), 7, -2, 3)));
        assertEquals(side, bars(picture(true, TextColumn.of("a", "a", "b"), TextColumn.of("x", "y", "y"), 7, -2, 3)),
                "what is below 0 does not add up");
    }

    @Test
    void whatHasNoColorOfItsOwnIsOnePieceOfAStackAndNoBarAmongOthers() {
        Column keys = TextColumn.of(IntStream.range(0, 10).mapToObj(i -> "a").toArray(String[]::new));
        Column colors = TextColumn.of(IntStream.range(0, 10).mapToObj(i -> "c" + i).toArray(String[]::new));
        double[] values = IntStream.range(0, 10).mapToDouble(i -> i + 1).toArray();
        assertEquals(List.of("3 others a -0.40..0.40 28..55 row -1"), bars(picture(true, keys, colors, values)).lines()
                .filter(line -> line.startsWith("3 others")).toList());
        LlmqException e = assertThrows(LlmqException.class, () -> picture(false, keys, colors, values));
        assertEquals(ErrorCode.E120, e.diagnostics().get(0).code());
        assertEquals("'c' has more than 8 values, and a picture no room for so many bars side by side",
                e.diagnostics().get(0).message());
    }
}
