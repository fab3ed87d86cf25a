package llmq.render;

import llmq.stats.Sampling;
import llmq.table.NumberColumn;
import llmq.table.ScoreScale;
import llmq.table.Table;

/** A column of numbers as bars from 0, negative ones to the left of it; the ends of those with an error are shaded. */
final class BarColumn implements ReaderColumn {
    private static final int WIDTH = 16;
    private static final String EIGHTHS = "▏▎▍▌▋▊▉";

    private final TableColumn column;
    private final double[] values;
    private final ScoreScale scale;
    private final double low;
    private final double high;
    private final boolean unicode;

    private BarColumn(TableColumn column, double[] values, ScoreScale scale, double low, double high,
            boolean unicode) {
        this.column = column;
        this.values = values;
        this.scale = scale;
        this.low = low;
        this.high = high;
        this.unicode = unicode;
    }

    static BarColumn of(Table table, int index, TableColumn column, boolean unicode) {
        double[] values = ((NumberColumn) table.column(index)).values();
        ScoreScale scale = table.schema().field(index).scale();
        double low = 0;
        double high = 0;
        for (int row = 0; row < values.length; row++) {
            if (column.isKnown(row)) {
                low = Math.min(low, values[row]);
                high = Math.max(high, values[row] + error(values[row], scale));
            }
        }
        return new BarColumn(column, values, scale, low, high, unicode);
    }

    private static double error(double value, ScoreScale scale) {
        double error = scale == null ? Double.NaN : Sampling.NORMAL_95 * Sampling.standardError(value,
                scale.questions());
        return error == error ? error : 0;
    }

    @Override
    public String title() {
        return column.title();
    }

    /** Bars say how values compare, and not what they are. */
    @Override
    public String unit() {
        return "";
    }

    @Override
    public Align align() {
        return Align.LEFT;
    }

    @Override
    public int need() {
        return column.need();
    }

    @Override
    public boolean isLabel() {
        return false;
    }

    @Override
    public boolean isKnown(int row) {
        return column.isKnown(row);
    }

    @Override
    public boolean isBlank(int row) {
        return column.isBlank(row);
    }

    @Override
    public boolean isRough(int row) {
        return column.isRough(row);
    }

    @Override
    public boolean isBest(int row) {
        return column.isBest(row);
    }

    /** Without the sign of what is rough, which would push the bar away from where others begin. */
    @Override
    public String marked(int row) {
        return isBlank(row) ? "" : isKnown(row) ? raw(row) : UNKNOWN;
    }

    @Override
    public String raw(int row) {
        double value = values[row];
        double error = error(value, scale);
        int zero = (int) Math.round(share(-low) * WIDTH);
        if (value < 0) {
            int cells = (int) Math.round(share(-value) * WIDTH);
            return " ".repeat(Math.max(0, zero - cells)) + full().repeat(Math.min(cells, zero));
        }
        return " ".repeat(zero) + (error > 0 ? shaded(value - error, value, value + error) : plain(value));
    }

    /** Of all that the bars reach over, which may be more than the greatest number. */
    private double share(double value) {
        double reach = high > low ? high - low : 1;
        return Double.isInfinite(reach) ? value / 2 / (high / 2 - low / 2) : value / reach;
    }

    private String plain(double value) {
        double cells = share(value) * WIDTH;
        if (!unicode) {
            return full().repeat((int) Math.round(cells));
        }
        int eighths = (int) Math.round(cells * 8);
        String part = eighths % 8 == 0 ? "" : String.valueOf(EIGHTHS.charAt(eighths % 8 - 1));
        return full().repeat(eighths / 8) + part;
    }

    /** Sure up to the low end of the interval, then less and less so. */
    private String shaded(double least, double value, double most) {
        int sure = (int) Math.round(share(Math.max(0, least)) * WIDTH);
        int middle = Math.max(sure, (int) Math.round(share(value) * WIDTH));
        int end = Math.max(middle, (int) Math.round(share(most) * WIDTH));
        return full().repeat(sure) + (unicode ? "▓" : "=").repeat(middle - sure)
                + (unicode ? "░" : "-").repeat(end - middle);
    }

    private String full() {
        return unicode ? "█" : "#";
    }

    @Override
    public String quantity(int row) {
        return raw(row) + " " + column.quantity(row);
    }
}
