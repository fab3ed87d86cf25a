package llmq.figure;

import java.util.List;
import java.util.Random;
import llmq.plot.Pictures;
import llmq.plot.PlotSpec;
import llmq.plot.Scale;
import llmq.result.Layout;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Schema;
import llmq.table.Table;
import llmq.value.Unit;

/** So many rows that marks would cover each other. */
final class Cells {
    private Cells() {
    }

    static Result result(int rows) {
        Random random = new Random(1);
        double[] xs = random.doubles(rows).map(x -> Math.pow(10, 6 * x)).toArray();
        double[] ys = new double[rows];
        for (int i = 0; i < rows; i++) {
            ys[i] = 50 + 10 * random.nextGaussian() + 5 * Math.log10(xs[i]);
        }
        Table table = new Table(new Schema(List.of(Field.number("x", Unit.NONE), Field.number("y", Unit.NONE))),
                List.of(NumberColumn.of(xs), NumberColumn.of(ys)), rows, null);
        PlotSpec spec = new PlotSpec(PlotSpec.Form.SCATTER, new PlotSpec.Channel(0, "x", null, Scale.LOG),
                new PlotSpec.Channel(1, "y", null, Scale.LINEAR), null, null, null, null, 0, false, null);
        return new Result(Layout.TABLE, null, table, List.of(Shown.of(0, "x", 0), Shown.of(1, "y", 0)), List.of(),
                List.of(), rows, null).drawn(Pictures.of(spec, table, List.of(), () -> false).picture());
    }
}
