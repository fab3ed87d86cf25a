package llmq.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SplittableRandom;
import llmq.table.BooleanColumn;
import llmq.table.Dictionary;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Schema;
import llmq.table.ScoreScale;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.Type;
import llmq.value.Unit;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * A table of made-up models that repeats with its seed: 200 families, a fifth of the tokens unknown, a tenth of the
 * scores; scores of one decimal and parameters of few distinct values, so that there are ties.
 */
public final class SeededModels {
    private static final int FAMILIES = 200;

    private SeededModels() {
    }

    public static Table table(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] id = new double[rows];
        int[] family = new int[rows];
        double[] params = new double[rows];
        double[] active = new double[rows];
        double[] tokens = new double[rows];
        double[] flops = new double[rows];
        double[] mmlu = new double[rows];
        double[] arc = new double[rows];
        double[] released = new double[rows];
        byte[] open = new byte[rows];
        for (int i = 0; i < rows; i++) {
            id[i] = i;
            family[i] = random.nextInt(100) == 0 ? Dictionary.UNKNOWN : random.nextInt(FAMILIES);
            params[i] = Math.rint(Math.pow(10, random.nextDouble() * 4) * 10) / 10 * 1e8;
            active[i] = random.nextInt(4) == 0 ? Math.rint(params[i] / 4) : params[i];
            tokens[i] = random.nextInt(5) == 0 ? Double.NaN : (1 + random.nextInt(15_000)) * 1e9;
            flops[i] = 6 * active[i] * tokens[i];
            mmlu[i] = random.nextInt(10) == 0 ? Double.NaN : Math.rint(250 + random.nextDouble() * 700) / 10;
            arc[i] = random.nextInt(10) == 0 ? Double.NaN : 25 + random.nextDouble() * 70;
            released[i] = 18_000 + random.nextInt(2_000);
            int truth = random.nextInt(10);
            open[i] = truth == 0 ? BooleanColumn.UNKNOWN : truth < 6 ? BooleanColumn.TRUE : BooleanColumn.FALSE;
        }
        String[] families = new String[FAMILIES];
        for (int i = 0; i < FAMILIES; i++) {
            families[i] = "family " + (i * 7919 % 1000);
        }
        Schema schema = new Schema(List.of(Field.number("id", Unit.NONE), Field.of("family", Type.TEXT),
                Field.number("params", Unit.PARAMETER), Field.number("active_params", Unit.PARAMETER),
                Field.number("tokens", Unit.TOKEN), Field.number("flops", Unit.FLOP), score("mmlu"), score("arc_c"),
                Field.of("released", Type.DATE), Field.of("open", Type.BOOLEAN)));
        return new Table(schema, List.of(new NumberColumn(id, null),
                new TextColumn(family, Dictionary.of(families), null), new NumberColumn(params, null),
                new NumberColumn(active, null), new NumberColumn(tokens, null), new NumberColumn(flops, null),
                new NumberColumn(mmlu, null), new NumberColumn(arc, null), new NumberColumn(released, null),
                new BooleanColumn(open, null)), rows, "id");
    }

    private static Field score(String name) {
        return new Field(name, Type.NUMBER, Unit.PERCENT, "", new ScoreScale(25, 100, 14_042));
    }

    /** Puts a table of this kind into DuckDB, dates as days. */
    public static void load(Table table, Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table " + name + " (id double, family varchar, params double,"
                    + " active_params double, tokens double, flops double, mmlu double, arc_c double, released double,"
                    + " open boolean)");
        }
        try (DuckDBAppender appender = connection.unwrap(DuckDBConnection.class).createAppender("main", name)) {
            for (int row = 0; row < table.rows(); row++) {
                appender.beginRow();
                for (int i = 0; i < table.columns().size(); i++) {
                    if (!table.column(i).isKnown(row)) {
                        appender.appendNull();
                    } else if (table.column(i) instanceof NumberColumn numbers) {
                        appender.append(numbers.values()[row]);
                    } else if (table.column(i) instanceof TextColumn texts) {
                        appender.append(texts.value(row));
                    } else {
                        appender.append(((BooleanColumn) table.column(i)).values()[row] == BooleanColumn.TRUE);
                    }
                }
                appender.endRow();
            }
        }
    }
}
