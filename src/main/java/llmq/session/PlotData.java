package llmq.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import llmq.check.Checked;
import llmq.plot.Axis;
import llmq.plot.Layer;
import llmq.plot.Panel;
import llmq.plot.PlotSpec;
import llmq.plot.Scale;
import llmq.plot.Words;
import llmq.result.Layout;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.table.BooleanColumn;
import llmq.table.CellText;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Schema;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.NumberText;
import llmq.value.Type;
import llmq.value.Unit;

/**
 * The data behind a picture, by which another program can draw it: its rows and what is drawn over them, the ranges of
 * a histogram, the quartiles of boxes. Found when it is asked for, as most pictures are only looked at.
 */
final class PlotData implements Supplier<Result> {
    /** As {@code predict} calls them: the curve, the ends of its interval, those for single rows. */
    private static final String[] PARTS = {"predicted", "mean_low", "mean_high", "low", "high"};

    private final Result drawn;
    private final Checked.Plot plot;
    private final PlotCurves curves;

    PlotData(Result drawn, Checked.Plot plot, PlotCurves curves) {
        this.drawn = drawn;
        this.plot = plot;
        this.curves = curves;
    }

    @Override
    public Result get() {
        Panel panel = drawn.picture().panels().get(0);
        PlotSpec.Form form = plot.spec().form();
        Gathered data;
        if (form == PlotSpec.Form.HISTOGRAM || form == PlotSpec.Form.BOXES) {
            data = new Gathered(List.of(), List.of(), List.of());
            addRanges(panel, data);
            for (Layer layer : panel.layers()) {
                if (layer instanceof Layer.Boxes boxes) {
                    addQuartiles(boxes, panel, data);
                }
            }
        } else {
            Table table = drawn.table();
            data = new Gathered(table.schema().fields(), table.columns(), drawn.shown());
            for (Checked.Trend trend : plot.trends()) {
                addSaid(trend, data);
            }
            for (Layer layer : panel.layers()) {
                if (layer instanceof Layer.Steps steps) {
                    byte[] on = new byte[table.rows()];
                    for (int row : steps.rows()) {
                        on[row] = BooleanColumn.TRUE;
                    }
                    data.add("frontier", Type.BOOLEAN, Unit.NONE, new BooleanColumn(on, null));
                }
            }
        }
        return new Result(Layout.TABLE, null, data.table(), data.shown, drawn.notes(), drawn.leftOut(),
                drawn.considered(), drawn.wanted());
    }

    /** Columns as they come together. */
    private static final class Gathered {
        private final List<Field> fields;
        private final List<Column> columns;
        private final List<Shown> shown;

        Gathered(List<Field> fields, List<Column> columns, List<Shown> shown) {
            this.fields = new ArrayList<>(fields);
            this.columns = new ArrayList<>(columns);
            this.shown = new ArrayList<>(shown);
        }

        /** Under a title that no column has yet. */
        void add(String title, Type type, Unit unit, Column column) {
            String free = title;
            while (isTaken(free)) {
                free += "_";
            }
            shown.add(Shown.of(fields.size(), free, Shown.ASKED));
            fields.add(new Field(free, type, unit, "", null));
            columns.add(column);
        }

        private boolean isTaken(String title) {
            for (Field field : fields) {
                if (field.name().equalsIgnoreCase(title)) {
                    return true;
                }
            }
            return false;
        }

        Table table() {
            return new Table(new Schema(fields), columns, columns.isEmpty() ? 0 : columns.get(0).size(), null);
        }
    }

    /** What a fit says of each row; nothing where the rows do not tell its groups. */
    private void addSaid(Checked.Trend trend, Gathered data) {
        Table table = drawn.table();
        List<Column> points = new ArrayList<>(List.of(table.column(plot.spec().x().column())));
        for (Field key : trend.grid().fields().subList(1, trend.grid().size())) {
            int column = table.schema().find(key.name());
            if (column < 0 || table.schema().field(column).type() != key.type()) {
                return;
            }
            points.add(table.column(column));
        }
        double[][] said = curves.said(trend, new Table(trend.grid(), points, table.rows(), null));
        Unit unit = table.schema().field(plot.spec().y().column()).unit();
        boolean several = plot.trends().size() > 1;
        boolean there = plot.spec().form() == PlotSpec.Form.FIT;
        for (int part = there ? 1 : 0; part < PARTS.length; part++) {
            boolean wanted = part == 0 || (part <= 2 ? plot.band() : plot.interval());
            if (wanted) {
                data.add(several ? PARTS[part] + "(" + trend.fit().name() + ")" : PARTS[part], Type.NUMBER, unit,
                        NumberColumn.of(said[part]));
            }
        }
    }

    /** A row for each range, of several colors for each range of each color. */
    private void addRanges(Panel panel, Gathered data) {
        List<double[]> from = new ArrayList<>();
        List<double[]> to = new ArrayList<>();
        List<double[]> counts = new ArrayList<>();
        List<String> colors = new ArrayList<>();
        for (Layer layer : panel.layers()) {
            if (layer instanceof Layer.Bars bars) {
                from.add(bars.from());
                to.add(bars.to());
                counts.add(bars.value());
                for (int i = 0; i < bars.value().length; i++) {
                    colors.add(bars.series().name());
                }
            }
        }
        if (counts.isEmpty()) {
            return;
        }
        Field field = drawn.table().schema().field(plot.spec().x().column());
        data.add("from", field.type(), field.unit(), NumberColumn.of(joined(from)));
        data.add("to", field.type(), field.unit(), NumberColumn.of(joined(to)));
        if (plot.spec().color() != null) {
            data.add(plot.spec().color().title(), Type.TEXT, Unit.NONE, TextColumn.of(colors.toArray(String[]::new)));
        }
        data.add("count", Type.NUMBER, Unit.NONE, NumberColumn.of(joined(counts)));
    }

    private static double[] joined(List<double[]> parts) {
        return parts.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private void addQuartiles(Layer.Boxes boxes, Panel panel, Gathered data) {
        int size = boxes.boxes().size();
        Axis along = panel.y().scale() == Scale.CATEGORY ? panel.y() : panel.x();
        String[] names = new String[size];
        String[] beyond = new String[size];
        double[][] numbers = new double[6][size];
        for (int i = 0; i < size; i++) {
            Layer.Box box = boxes.boxes().get(i);
            names[i] = Words.value(along, box.at());
            double[] values = {box.count(), box.low(), box.lower(), box.median(), box.upper(), box.high()};
            for (int part = 0; part < values.length; part++) {
                numbers[part][i] = values[part];
            }
            beyond[i] = box.beyond().length == 0 ? null : inOrder(box.beyond());
        }
        Field field = drawn.table().schema().field(plot.spec().y().column());
        addKeys(names, data);
        data.add("count", Type.NUMBER, Unit.NONE, NumberColumn.of(numbers[0]));
        String[] titles = {"whisker_low", "lower_quartile", "median", "upper_quartile", "whisker_high"};
        for (int part = 0; part < titles.length; part++) {
            data.add(titles[part], field.type(), field.unit(), NumberColumn.of(numbers[part + 1]));
        }
        data.add("beyond", Type.TEXT, Unit.NONE, TextColumn.of(beyond));
    }

    /** The values that the boxes are of, as they stand in the rows: a year is a number. */
    private void addKeys(String[] names, Gathered data) {
        int key = plot.spec().x().column();
        Field field = drawn.table().schema().field(key);
        Column values = drawn.table().column(key);
        int[] first = new int[names.length];
        Arrays.fill(first, -1);
        int found = values instanceof TextColumn ? names.length : 0;
        for (int row = 0; row < values.size() && found < names.length; row++) {
            int at = values.isKnown(row) ? List.of(names).indexOf(CellText.of(field, values, row, null)) : -1;
            found += at >= 0 && first[at] < 0 ? 1 : 0;
            if (at >= 0) {
                first[at] = row;
            }
        }
        boolean text = values instanceof TextColumn || found < names.length;
        data.add(plot.spec().x().title(), text ? Type.TEXT : field.type(), text ? Unit.NONE : field.unit(),
                text ? TextColumn.of(names) : values.take(first));
    }

    /** All of them, so that their marks can be drawn. */
    private static String inOrder(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        StringBuilder text = new StringBuilder();
        for (double value : sorted) {
            text.append(text.length() == 0 ? "" : " ").append(NumberText.exact(value));
        }
        return text.toString();
    }
}
