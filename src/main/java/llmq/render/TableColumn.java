package llmq.render;

import java.util.BitSet;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.text.SafeText;
import llmq.text.Style;
import llmq.value.ColumnScale;
import llmq.value.Dates;
import llmq.value.Type;
import llmq.value.Unit;

/** A column of a result's table, its numbers under one scale. */
final class TableColumn implements ReaderColumn {
    private final Shown shown;
    private final Field field;
    private final Column column;
    private final ColumnScale scale;
    private final boolean label;
    private final double best;
    private final BitSet again;

    private TableColumn(Shown shown, Field field, Column column, ColumnScale scale, boolean label, double best,
            BitSet again) {
        this.shown = shown;
        this.field = field;
        this.column = column;
        this.scale = scale;
        this.label = label;
        this.best = best;
        this.again = again;
    }

    /**
     * @param compare whether the best values are to be marked
     * @param again   rows where it says the same as in the row above, for the same reason; {@code null} for none
     * @param digits  see {@link Style#digits}
     */
    static TableColumn of(Result result, Shown shown, boolean compare, BitSet again, int digits) {
        Table table = result.table();
        Field field = table.schema().field(shown.column());
        Column column = table.column(shown.column());
        ColumnScale scale = null;
        double best = Double.NaN;
        if (field.type() == Type.NUMBER) {
            double[] values = ((NumberColumn) column).values();
            scale = (shown.display() == null ? ColumnScale.of(shown.form(), field.unit(), values)
                    : ColumnScale.in(shown.display(), shown.form())).withDigits(digits);
            if (compare && isScore(field)) {
                best = best(values);
            }
        }
        return new TableColumn(shown, field, column, scale, isLabel(table, shown), best, again);
    }

    static boolean isLabel(Table table, Shown shown) {
        return table.label() != null
                && table.schema().field(shown.column()).name().equalsIgnoreCase(table.label());
    }

    /** Of scores and ratings more is better; of other figures nobody can say. */
    private static boolean isScore(Field field) {
        return field.scale() != null || field.unit().equals(Unit.PERCENT) || field.unit().equals(Unit.RATING);
    }

    /** The highest of the values; NaN if fewer than two are known, or all are the same. */
    private static double best(double[] values) {
        double highest = Double.NEGATIVE_INFINITY;
        double lowest = Double.POSITIVE_INFINITY;
        for (double value : values) {
            if (Double.isFinite(value)) {
                highest = Math.max(highest, value);
                lowest = Math.min(lowest, value);
            }
        }
        return highest > lowest ? highest : Double.NaN;
    }

    @Override
    public String title() {
        return SafeText.of(shown.title());
    }

    @Override
    public String unit() {
        return scale == null ? "" : SafeText.of(scale.symbol());
    }

    @Override
    public Align align() {
        return switch (field.type()) {
            case NUMBER -> Align.POINT;
            case DATE -> Align.RIGHT;
            case TEXT, BOOLEAN -> Align.LEFT;
        };
    }

    @Override
    public int need() {
        return shown.need();
    }

    @Override
    public boolean isLabel() {
        return label;
    }

    @Override
    public boolean isKnown(int row) {
        return switch (field.type()) {
            case NUMBER -> scale.isWritable(number(row));
            case DATE -> CellValues.isDate(number(row));
            case TEXT, BOOLEAN -> column.isKnown(row);
        };
    }

    @Override
    public boolean isBlank(int row) {
        return again != null && again.get(row) || shown.gaps() && !isKnown(row);
    }

    private double number(int row) {
        return ((NumberColumn) column).values()[row];
    }

    @Override
    public boolean isRough(int row) {
        return column.hasStatuses() && column.status(row).isRough();
    }

    @Override
    public boolean isBest(int row) {
        return best == best && number(row) == best;
    }

    @Override
    public String raw(int row) {
        return switch (field.type()) {
            case NUMBER -> scale.number(number(row));
            case DATE -> Dates.format(number(row));
            case TEXT -> ((TextColumn) column).value(row);
            case BOOLEAN -> ((BooleanColumn) column).values()[row] == BooleanColumn.TRUE ? "yes" : "no";
        };
    }

    @Override
    public String quantity(int row) {
        return SafeText.of(field.type() == Type.NUMBER ? scale.quantity(number(row)) : raw(row));
    }
}
