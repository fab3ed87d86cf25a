package llmq.bench;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Times llmq beside DuckDB on the same rows, with the same number of threads, and prints how many times as fast it
 * was. The one command:
 *
 * <pre>mvn -q -Pbench test-compile exec:exec@bench</pre>
 *
 * <p>{@code -Dbench.rows=1000000} asks for fewer rows than ten million, {@code -Dbench.only=Scale} for the classes of
 * that name alone: {@link ScaleBenchmark}, {@link CsvBenchmark}, {@link CatalogBenchmark},
 * {@link CompletionBenchmark}, {@link BootstrapBenchmark}, which runs beside NumPy, and {@link PlotBenchmark}, which
 * runs beside the scans for its pictures.
 */
public final class Benchmarks {
    private Benchmarks() {
    }

    /** @param args how many rows, and a pattern of the benchmarks to run */
    public static void main(String[] args) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder().include("llmq.bench.*" + args[1] + ".*")
                .param("rows", args[0]).shouldFailOnError(true).build()).run();
        Map<String, double[]> pairs = new TreeMap<>();
        Map<String, double[]> pictures = new TreeMap<>();
        for (RunResult result : results) {
            String points = result.getParams().getParam("points");
            if (points != null) {
                pictures.computeIfAbsent(points + " " + result.getParams().getParam("query"), key -> new double[2])
                        [result.getPrimaryResult().getLabel().equals("scan") ? 0 : 1]
                        = result.getPrimaryResult().getScore();
                continue;
            }
            String method = result.getPrimaryResult().getLabel();
            String query = result.getParams().getParam("query");
            String name = result.getParams().getBenchmark().replaceAll(".*\\.(\\w+)\\.\\w+$", "$1")
                    + (query == null ? "" : " " + query);
            double[] pair = pairs.computeIfAbsent(name, key -> new double[] {Double.NaN, Double.NaN});
            pair[method.equals("duckdb") ? 1 : 0] = result.getPrimaryResult().getScore();
            if (name.equals("BootstrapBenchmark")) {
                pair[0] = result.getPrimaryResult().getStatistics().getPercentile(50);
                pair[1] = result.getPrimaryResult().getStatistics().getMin();
            }
        }
        double[] bootstrap = pairs.remove("BootstrapBenchmark");
        StringBuilder text = new StringBuilder();
        if (!pairs.isEmpty()) {
            text.append(String.format(Locale.ROOT, "%n%-40s %12s %12s %8s%n", "milliseconds a run", "llmq", "DuckDB",
                    "ratio"));
        }
        pairs.forEach((name, pair) -> text.append(Double.isNaN(pair[1])
                ? String.format(Locale.ROOT, "%-40s %12.3f%n", name, pair[0])
                : String.format(Locale.ROOT, "%-40s %12.1f %12.1f %7.1fx%n", name, pair[0], pair[1],
                        pair[1] / pair[0])));
        if (bootstrap != null) {
            double[] numpy = BootstrapBenchmark.numpy();
            text.append(String.format(Locale.ROOT, "%n%-40s %12s %12s %8s%n", "milliseconds a run", "llmq", "NumPy",
                    "ratio"));
            for (int i = 0; i < numpy.length; i++) {
                text.append(String.format(Locale.ROOT, "%-40s %12.2f %12.2f %7.1fx%n", "BootstrapBenchmark "
                        + (i == 0 ? "median" : "best"), bootstrap[i], numpy[i], numpy[i] / bootstrap[i]));
            }
        }
        addPictures(pictures, text);
        System.out.print(text);
    }

    /** How many times as long as its scan each picture took. */
    private static void addPictures(Map<String, double[]> pictures, StringBuilder text) {
        if (!pictures.isEmpty()) {
            text.append(String.format(Locale.ROOT, "%n%-40s %12s %12s %8s%n", "milliseconds a run", "scan", "picture",
                    "ratio"));
        }
        pictures.forEach((name, pair) -> text.append(String.format(Locale.ROOT, "%-40s %12.1f %12.1f %7.2fx%n",
                "PlotBenchmark " + name, pair[0], pair[1], pair[1] / pair[0])));
    }
}
