package llmq.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import llmq.engine.SeededModels;
import llmq.load.FileLoader;
import llmq.load.LoadRequest;
import llmq.load.Loaded;
import llmq.load.LoadProgress;
import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.NumberColumn;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.Dates;
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

/** A CSV file of millions of rows into memory. The file is kept in {@code target} for the next run. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx8g")
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class CsvBenchmark {
    private static final int THREADS = 2;

    @Param("10000000")
    private int rows;

    private Path file;
    private Connection duck;

    @Setup
    public void prepare() throws IOException, SQLException {
        file = Path.of("target", "models-" + rows + ".csv").toAbsolutePath();
        if (!Files.exists(file)) {
            write(SeededModels.table(rows, 1));
        }
        duck = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = duck.createStatement()) {
            statement.execute("set threads = " + THREADS);
        }
    }

    private void write(Table table) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try (BufferedWriter out = Files.newBufferedWriter(draft)) {
            out.write(String.join(",", table.schema().names()) + "\n");
            StringBuilder line = new StringBuilder();
            for (int row = 0; row < table.rows(); row++) {
                line.setLength(0);
                for (int i = 0; i < table.columns().size(); i++) {
                    line.append(i == 0 ? "" : ",").append(cell(table, i, row));
                }
                out.append(line).write('\n');
            }
        }
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String cell(Table table, int index, int row) {
        Column column = table.column(index);
        if (!column.isKnown(row)) {
            return "";
        } else if (column instanceof TextColumn texts) {
            return texts.value(row);
        } else if (column instanceof BooleanColumn truths) {
            return truths.values()[row] == BooleanColumn.TRUE ? "true" : "false";
        }
        double value = ((NumberColumn) column).values()[row];
        if (table.schema().field(index).name().equals("released")) {
            return Dates.format(value);
        }
        return value == Math.rint(value) && Math.abs(value) < 1e18 ? Long.toString((long) value)
                : Double.toString(value);
    }

    @Benchmark
    public Loaded llmq() {
        LoadRequest request = new LoadRequest(file.toString(), file.getParent(), List.of());
        return new FileLoader(System::nanoTime, THREADS).load(request, LoadProgress.NONE, () -> false);
    }

    @Benchmark
    public boolean duckdb() throws SQLException {
        try (Statement statement = duck.createStatement()) {
            return statement.execute("create or replace table t as select * from read_csv('" + file + "')");
        }
    }
}
