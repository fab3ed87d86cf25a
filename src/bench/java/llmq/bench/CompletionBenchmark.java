package llmq.bench;

import java.util.concurrent.TimeUnit;
import llmq.catalog.Catalog;
import llmq.complete.Completer;
import llmq.complete.Completion;
import llmq.complete.Files;
import llmq.session.Session;
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

/** What Tab takes at the end of a text, with the built-in catalog, warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CompletionBenchmark {

    /** What is typed so far. */
    public enum Query {
        FIELD("rank models where tokens < 3T and open by mmlu/fl"),
        CLAUSE("rank models where tokens < 3T and open by mmlu/flops "),
        VALUE("list models where family = 'll"),
        NAME("mmlu of mixt"),
        PIPE("rank models where tokens < 3T by mmlu/flops | list show "),
        MISTAKE("rank modles whre tokens < 3T by mm");

        private final String text;

        Query(String text) {
            this.text = text;
        }
    }

    @Param
    private Query query;

    private Completer completer;

    @Setup
    public void prepare() {
        completer = new Completer(Session.start(Catalog.builtIn()), Files.NONE);
    }

    @Benchmark
    public Completion llmq() {
        return completer.complete(query.text, query.text.length());
    }
}
