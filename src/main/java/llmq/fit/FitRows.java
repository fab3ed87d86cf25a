package llmq.fit;

import java.util.List;
import llmq.table.Column;
import llmq.table.TextColumn;

/**
 * The rows that a fit has to go by, in which response, inputs and keys are all known.
 *
 * @param inputs   one column for each input
 * @param per      one column for each key
 * @param cluster  {@code null} where there is none; an unknown value is a cluster of its own
 * @param leaveOut {@code null} where there is none
 * @param names    by which a reader knows the rows; {@code null} where they have none
 */
public record FitRows(double[] response, List<Column> inputs, List<Column> per, Column cluster, Column leaveOut,
        TextColumn names) {
    public FitRows {
        inputs = List.copyOf(inputs);
        per = List.copyOf(per);
    }

    public FitRows(double[] response, List<Column> inputs, List<Column> per, Column cluster, Column leaveOut) {
        this(response, inputs, per, cluster, leaveOut, null);
    }

    public int size() {
        return response.length;
    }

    FitRows take(int[] rows) {
        double[] y = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            y[i] = response[rows[i]];
        }
        return new FitRows(y, take(inputs, rows), take(per, rows), cluster == null ? null : cluster.take(rows),
                leaveOut == null ? null : leaveOut.take(rows), names == null ? null : names.take(rows));
    }

    private static List<Column> take(List<Column> columns, int[] rows) {
        return columns.stream().map(column -> column.take(rows)).toList();
    }
}
