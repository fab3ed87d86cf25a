package llmq.plot;

import llmq.table.NumberColumn;
import llmq.table.Table;
import llmq.value.Unit;

/** What the columns of a table come to as marks. */
final class Marks {
    private Marks() {
    }

    /** In base units; unknown where the table does not know it. */
    static double[] numbers(Table table, PlotSpec.Channel channel) {
        return ((NumberColumn) table.column(channel.column())).values();
    }

    static Unit unit(Table table, PlotSpec.Channel channel) {
        return table.schema().field(channel.column()).unit();
    }

    /** Each as a share of the greatest of all rows; what is unknown or not above 0 is as small as can be. */
    static double[] shares(double[] sizes, double greatest, int[] rows) {
        double[] shares = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double size = sizes[rows[i]];
            shares[i] = size > 0 ? Math.max(Sizes.LEAST, Math.min(1, size / greatest)) : Sizes.LEAST;
        }
        return shares;
    }

    static double[] pick(double[] values, int[] rows) {
        double[] picked = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = values[rows[i]];
        }
        return picked;
    }
}
