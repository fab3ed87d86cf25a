package llmq.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import llmq.plot.Axis;
import llmq.plot.Layer;
import llmq.plot.Panel;
import llmq.plot.Picture;
import llmq.plot.Scale;
import llmq.result.Layout;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Schema;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.Type;
import llmq.value.Unit;

/** Where rows are too many for a page, what is drawn of them: how many lie in each cell, range or box. */
final class CellRows {
    private static final MathContext DIGITS = new MathContext(12);

    private CellRows() {
    }

    /** {@code null} where each row has a mark or a bar of its own. */
    static Result of(Result result) {
        Picture picture = result.picture();
        List<Layer.Cells> cells = new ArrayList<>();
        for (Layer layer : picture.panels().get(0).layers()) {
            if (layer instanceof Layer.Boxes || layer instanceof Layer.Bars bars && bars.rows() == null) {
                return result.data();
            } else if (layer instanceof Layer.Cells own) {
                cells.add(own);
            }
        }
        return cells.isEmpty() ? null : of(result, picture.panels().get(0), picture.legend(), cells);
    }

    private static Result of(Result result, Panel panel, String legend, List<Layer.Cells> layers) {
        int size = 0;
        for (Layer.Cells cells : layers) {
            for (long count : cells.counts()) {
                size += count > 0 ? 1 : 0;
            }
        }
        double[][] numbers = new double[5][size];
        String[] series = new String[size];
        int row = 0;
        for (Layer.Cells cells : layers) {
            for (int i = 0; i < cells.counts().length; i++) {
                if (cells.counts()[i] > 0) {
                    int column = i % cells.columns();
                    int line = i / cells.columns();
                    numbers[0][row] = digits(panel.x().value((double) column / cells.columns()));
                    numbers[1][row] = digits(panel.x().value((column + 1.0) / cells.columns()));
                    numbers[2][row] = digits(panel.y().value((double) line / cells.lines()));
                    numbers[3][row] = digits(panel.y().value((line + 1.0) / cells.lines()));
                    numbers[4][row] = cells.counts()[i];
                    series[row++] = cells.series().name();
                }
            }
        }
        List<Field> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        String[] ends = {"_from", "_to"};
        for (int i = 0; i < 4; i++) {
            Axis axis = i < 2 ? panel.x() : panel.y();
            fields.add(new Field(axis.title() + ends[i % 2], axis.scale() == Scale.TIME ? Type.DATE : Type.NUMBER,
                    axis.unit() == null ? Unit.NONE : axis.unit().unit(), "", null));
            columns.add(NumberColumn.of(numbers[i]));
        }
        if (legend != null) {
            fields.add(Field.of(legend, Type.TEXT));
            columns.add(TextColumn.of(series));
        }
        fields.add(Field.number("count", Unit.NONE));
        columns.add(NumberColumn.of(numbers[4]));
        List<Shown> shown = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            shown.add(Shown.of(i, fields.get(i).name(), Shown.ASKED));
        }
        return new Result(Layout.TABLE, null, new Table(new Schema(fields), columns, size, null), shown, List.of(),
                List.of(), size, result.wanted());
    }

    /** Without those that are but what binary fractions leave over: 48.62, not 48.620000000000005. */
    private static double digits(double value) {
        return value - value == 0 ? new BigDecimal(value).round(DIGITS).doubleValue() : value;
    }
}
