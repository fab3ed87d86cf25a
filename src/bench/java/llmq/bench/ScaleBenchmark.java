package llmq.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import llmq.engine.Asked;
import llmq.engine.Engine;
import llmq.engine.Relation;
import llmq.engine.SeededModels;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Five queries over millions of rows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx6g")
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
public class ScaleBenchmark {
    private static final int THREADS = 2;

    /** The same question twice; the ties of SQL may be cut otherwise, which costs nothing. */
    public enum Query {
        TOP("rank t where tokens < 3T by mmlu/flops top 20",
                "select * from t where tokens < 3e12 and mmlu / flops is not null order by mmlu / flops desc limit 20"),
        GROUPS("summarize t where params < 70B show count(), avg(mmlu), max(mmlu) per family",
                "select family, count(*), avg(mmlu), max(mmlu) from t where params < 70e9 and family is not null"
                        + " group by family order by family"),
        TOP_OF_GROUPS("rank t by mmlu per family top 3",
                "select family, max_by(id, mmlu, 3), max(mmlu, 3) from t where mmlu is not null"
                        + " and family is not null group by family"),
        /** With the guard in SQL that llmq's logarithm has built in: of what is not positive it is unknown. */
        REGRESSION("summarize t where log10(flops) is known and mmlu is known show count(), sum(log10(flops)),"
                + " sum(mmlu), sum(log10(flops) * mmlu), sum(log10(flops) * log10(flops))",
                "select count(*), sum(x), sum(mmlu), sum(x * mmlu), sum(x * x) from (select case when flops > 0 then"
                        + " log10(flops) end as x, mmlu from t) where x is not null and mmlu is not null"),
        /** Without it, which is possible as all training compute of these rows is positive. */
        REGRESSION_UNGUARDED("summarize t where flops is known and mmlu is known show count(), sum(log10(flops)),"
                + " sum(mmlu), sum(log10(flops) * mmlu), sum(log10(flops) * log10(flops))",
                "select count(*), sum(x), sum(mmlu), sum(x * mmlu), sum(x * x) from (select log10(flops) as x, mmlu"
                        + " from t where flops is not null and mmlu is not null)"),
        FRONTIER("frontier mmlu against flops for t",
                "select * from (select *, max(mmlu) over (order by flops, mmlu desc rows between unbounded preceding"
                        + " and 1 preceding) as before from t where mmlu is not null and flops is not null)"
                        + " where before is null or mmlu > before");

        private final String llmq;
        private final String sql;

        Query(String llmq, String sql) {
            this.llmq = llmq;
            this.sql = sql;
        }
    }

    @Param
    private Query query;

    @Param("10000000")
    private int rows;

    private Table table;
    private Engine engine;
    private Asked asked;
    private Connection duck;

    @Setup
    public void prepare() {
        table = SeededModels.table(rows, 1);
        engine = new Engine(THREADS);
        asked = new Asked(query.llmq, table);
    }

    @Benchmark
    public Relation llmq() {
        return asked.run(engine);
    }

    @Benchmark
    public long duckdb() throws SQLException {
        if (duck == null) {
            duck = DriverManager.getConnection("jdbc:duckdb:");
            try (Statement statement = duck.createStatement()) {
                statement.execute("set threads = " + THREADS);
            }
            SeededModels.load(table, duck, "t");
        }
        long count = 0;
        try (Statement statement = duck.createStatement(); ResultSet result = statement.executeQuery(query.sql)) {
            while (result.next()) {
                count++;
            }
        }
        return count;
    }

    @TearDown
    public void close() throws SQLException {
        if (duck != null) {
            duck.close();
        }
    }
}
