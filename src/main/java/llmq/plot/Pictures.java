package llmq.plot;

import java.util.List;
import java.util.function.BooleanSupplier;
import llmq.table.Table;

/** Makes pictures of tables. */
public final class Pictures {
    private Pictures() {
    }

    /**
     * A picture, and what of the table is not in it.
     *
     * @param unplaced rows with a number that a logarithmic axis has no place for
     * @param unshown  categories beyond those that a picture can hold
     */
    public record Drawn(Picture picture, long unplaced, long unshown) {
    }

    /**
     * The least and greatest x that the table has on the scale asked for.
     *
     * @return {@code null} where there is none
     */
    public static double[] reach(PlotSpec spec, Table table) {
        Spread spread = Spread.of(spec.x().scale(), Marks.numbers(table, spec.x()));
        return spread.isEmpty() ? null : new double[] {spread.low(), spread.high()};
    }

    /** The rows of the first bars or boxes. @param groups how many there are in all */
    public record First(int[] rows, long groups) {
    }

    /**
     * What is left where only the first so many bars or boxes are asked for; {@code null} for all.
     *
     * @param stopped asked now and then whether to stop
     */
    public static First first(PlotSpec spec, Table table, BooleanSupplier stopped, Workers crew) {
        return spec.top() < 0 ? null : Categories.first(spec, table, new Stop(stopped, crew));
    }

    /** Draws by one thread. */
    public static Drawn of(PlotSpec spec, Table table, List<TrendLine> trends, BooleanSupplier stopped) {
        return of(spec, table, trends, stopped, Workers.ALONE);
    }

    /**
     * @param trends  in the order of the legend; a curve for each group of a fit
     * @param stopped asked now and then, by any thread of the crew, whether to stop
     * @throws llmq.diagnostic.LlmqException E203 once it says so
     */
    public static Drawn of(PlotSpec spec, Table table, List<TrendLine> trends, BooleanSupplier stopped, Workers crew) {
        Stop stop = new Stop(stopped, crew);
        return switch (spec.form()) {
            case SCATTER -> new Scatter(spec, table, trends, stop).drawn();
            case FIT -> new Scatter(spec, table, trends, stop).withResiduals();
            case HISTOGRAM -> Histogram.drawn(spec, table, stop);
            case BARS, BOXES -> Categories.drawn(spec, table, stop);
        };
    }
}
