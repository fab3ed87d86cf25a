package llmq.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import llmq.engine.Cancel;
import llmq.engine.Engine;
import llmq.engine.SeededModels;
import llmq.render.Printers;
import llmq.result.Format;
import llmq.result.Result;
import llmq.session.Held;
import llmq.text.Style;
import llmq.text.Theme;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Pictures of millions of rows, from the statement to the characters on the screen, beside the scan that finds those
 * rows: the same condition, and the same columns of the rows that meet it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx6g")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 8, time = 2)
public class PlotBenchmark {

    /** What is drawn, and the scan for it. */
    public enum Query {
        MARKS("plot mmlu against flops for t", "flops is known and mmlu is known"),
        DATES("plot mmlu against released for t", "released is known and mmlu is known"),
        COLORS("plot mmlu against flops for t color by family", "flops is known and mmlu is known"),
        FRONTIER("plot mmlu against flops for t with frontier", "flops is known and mmlu is known"),
        HISTOGRAM("plot flops for t", "flops is known"),
        BOXES("plot mmlu per family for t", "family is known and mmlu is known");

        private final String picture;
        private final String condition;

        Query(String picture, String condition) {
            this.picture = picture;
            this.condition = condition;
        }
    }

    @Param
    private Query query;

    @Param({"1000000", "10000000"})
    private int points;

    private Held held;

    @Setup
    public void prepare() {
        held = new Held(SeededModels.table(points, 1), new Engine(2));
    }

    @Benchmark
    public Result scan() {
        return held.result("list t where " + query.condition, Cancel.never());
    }

    @Benchmark
    public String picture() throws IOException {
        StringBuilder text = new StringBuilder();
        Result drawn = held.result(query.picture, Cancel.never());
        Printers.of(Format.TABLE, new Style(80, Theme.NONE, true, false, 0).high(24)).print(drawn, text);
        return text.toString();
    }
}
