package llmq.fit;

import java.util.List;
import llmq.table.Column;

/**
 * The rows that a fit has to go by, in which response, inputs and keys are all known.
 *
 * @param inputs   one column for each input
 * @param per      one column for each key
 * @param cluster  {@code null} where there is none; an unknown value is a cluster of its own
 * @param leaveOut {@code null} where there is none
 */
public record FitRows(double[] response, List<Column> inputs, List<Column> per, Column cluster, Column leaveOut) {
    public FitRows {
        inputs = List.copyOf(inputs);
        per = List.copyOf(per);
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
                leaveOut == null ? null : leaveOut.take(rows));
    }

    private static List<Column> take(List<Column> columns, int[] rows) {
        return columns.stream().map(column -> column.take(rows)).toList();
    }
}
