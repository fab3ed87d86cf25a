package llmq.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import llmq.stats.Errors;
import llmq.stats.Fitted;
import llmq.stats.Interval;
import llmq.stats.NoFit;
import llmq.stats.Regression;
import llmq.stats.Sample;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Ten thousand bootstrap fits of a line to 150 points and the 95% intervals of its two terms, beside NumPy doing the
 * same on the same points in the fastest of three vectorised ways: {@code src/bench/python/bootstrap.py}. Medians, and the best
 * run of each, which a busy machine moves less.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BootstrapBenchmark {
    private static final int DRAWS = 10_000;
    private static final int POINTS = 150;
    private static final int RUNS = 31;
    private static final List<String> NUMPY = List.of("python3", "src/bench/python/bootstrap.py",
            Integer.toString(DRAWS), Integer.toString(RUNS));

    private final Sample sample = sample();
    private long seed;

    private static Sample sample() {
        SplittableRandom random = new SplittableRandom(1);
        double[] y = new double[POINTS];
        double[][] x = new double[POINTS][1];
        for (int i = 0; i < POINTS; i++) {
            x[i][0] = 21 + 5 * random.nextDouble();
            y[i] = 50 + 11 * (x[i][0] - 23) + 10 * (random.nextDouble() - random.nextDouble());
        }
        return new Sample(y, x, null);
    }

    @Benchmark
    public Interval[] llmq() throws NoFit {
        Fitted fitted = new Regression(new Errors.Bootstrap(DRAWS, seed++), () -> { }).line(sample);
        return new Interval[] {fitted.interval(0), fitted.interval(1)};
    }

    /**
     * Median and best milliseconds of NumPy's fastest way; NaN, with a word of why on standard output, where there is no
     * NumPy.
     */
    static double[] numpy() {
        try {
            Process python = new ProcessBuilder(NUMPY).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            try (OutputStream in = python.getOutputStream()) {
                in.write(points().getBytes(StandardCharsets.UTF_8));
            }
            List<String> lines = new ArrayList<>();
            try (BufferedReader out = new BufferedReader(
                    new InputStreamReader(python.getInputStream(), StandardCharsets.UTF_8))) {
                out.lines().forEach(lines::add);
            }
            if (python.waitFor() == 0) {
                double[] least = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
                for (String line : lines) {
                    System.out.println("NumPy " + line);
                    String[] words = line.split(" ");
                    least[0] = Math.min(least[0], Double.parseDouble(words[1]));
                    least[1] = Math.min(least[1], Double.parseDouble(words[2]));
                }
                return least;
            }
            System.out.println("NumPy is left out: python3 has none");
        } catch (IOException e) {
            System.out.println("NumPy is left out: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new double[] {Double.NaN, Double.NaN};
    }

    private static String points() {
        Sample sample = sample();
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < POINTS; i++) {
            points.append(sample.x()[i][0]).append(' ').append(sample.y()[i]).append('\n');
        }
        return points.toString();
    }
}
