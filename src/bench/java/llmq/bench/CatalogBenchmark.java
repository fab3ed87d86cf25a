package llmq.bench;

import java.util.concurrent.TimeUnit;
import llmq.catalog.Catalog;
import llmq.engine.Asked;
import llmq.engine.Engine;
import llmq.engine.Relation;
import llmq.table.Table;
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

/** Queries over the built-in catalog, from the checked plan to the rows, warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CatalogBenchmark {

    /** What is asked of the models. */
    public enum Query {
        TOP("rank t where tokens < 3T by mmlu/flops top 20"),
        GROUPS("summarize t where params < 70B show count(), avg(mmlu), max(mmlu) per family"),
        FRONTIER("frontier mmlu against flops for t"),
        INTERVALS("rank t by mmlu top 20 with intervals");

        private final String text;

        Query(String text) {
            this.text = text;
        }
    }

    @Param
    private Query query;

    private Engine engine;
    private Asked asked;

    @Setup
    public void prepare() {
        Table models = Catalog.builtIn().models();
        engine = new Engine(2);
        asked = new Asked(query.text, models);
    }

    @Benchmark
    public Relation llmq() {
        return asked.run(engine);
    }
}
