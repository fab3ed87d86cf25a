package llmq.bench;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Mode;
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
 * that name alone: {@link ScaleBenchmark}, {@link CsvBenchmark}, {@link CatalogBenchmark}, and
 * {@link BootstrapBenchmark}, which runs beside NumPy.
 */
public final class Benchmarks {
    private Benchmarks() {
    }

    /** @param args how many rows, and a pattern of the benchmarks to run */
    public static void main(String[] args) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder().include("llmq.bench.*" + args[1] + ".*")
                .param("rows", args[0]).shouldFailOnError(true).build()).run();
        Map<String, double[]> pairs = new TreeMap<>();
        for (RunResult result : results) {
            String method = result.getPrimaryResult().getLabel();
            String query = result.getParams().getParam("query");
            String name = result.getParams().getBenchmark().replaceAll(".*\\.(\\w+)\\.\\w+$", "$1")
                    + (query == null ? "" : " " + query);
            double[] pair = pairs.computeIfAbsent(name, key -> new double[] {Double.NaN, Double.NaN});
            pair[method.equals("duckdb") ? 1 : 0] = result.getParams().getMode() == Mode.SampleTime
                    ? result.getPrimaryResult().getStatistics().getPercentile(50)
                    : result.getPrimaryResult().getScore();
        }
        double[] bootstrap = pairs.remove("BootstrapBenchmark");
        double numpy = bootstrap == null ? Double.NaN : BootstrapBenchmark.numpy();
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
            text.append(String.format(Locale.ROOT, "%n%-40s %12s %12s %8s%n%-40s %12.2f %12.2f %7.1fx%n",
                    "milliseconds a run", "llmq", "NumPy", "ratio", "BootstrapBenchmark", bootstrap[0], numpy,
                    numpy / bootstrap[0]));
        }
        System.out.print(text);
    }
}
