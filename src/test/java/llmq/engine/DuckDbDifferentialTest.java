package llmq.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.NumberColumn;
import llmq.table.Table;
import llmq.table.TextColumn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same questions to llmq and to DuckDB, over the same rows, give the same rows in the same order. A column of the
 * SQL is compared with the column of that title.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DuckDbDifferentialTest {
    private static final int ROWS = 50_000;
    private static final double TOLERANCE = 1e-9;

    private final Table table = SeededModels.table(ROWS, 42);
    private final Engine engine = new Engine(2);
    private Connection duck;

    /** @param sql the rows of {@code t} that llmq left out are left out by hand, ties are ordered by id */
    record Case(String llmq, String sql) {
        @Override
        public String toString() {
            return llmq;
        }
    }

    @BeforeAll
    void load() throws SQLException {
        duck = DriverManager.getConnection("jdbc:duckdb:");
        SeededModels.load(table, duck, "t");
        try (Statement statement = duck.createStatement()) {
            statement.execute("create macro ratio(a, b) as case when b <> 0 then a / b end");
            statement.execute("create macro lg(x) as case when x > 0 then log10(x) end");
            statement.execute("create macro day(x) as date '1970-01-01' + cast(x as integer)");
        }
    }

    @AfterAll
    void close() throws SQLException {
        duck.close();
    }

    static List<Case> cases() {
        return DifferentialCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agrees(Case asked) throws SQLException {
        Asked question = new Asked(asked.llmq, table);
        Relation relation = question.run(engine);
        assertSameToTheLastBit(question.run(new Engine(1)), relation);
        try (Statement statement = duck.createStatement(); ResultSet expected = statement.executeQuery(asked.sql)) {
            List<Column> columns = new ArrayList<>();
            for (int i = 1; i <= expected.getMetaData().getColumnCount(); i++) {
                columns.add(question.column(relation, expected.getMetaData().getColumnLabel(i)));
            }
            int row = 0;
            while (expected.next()) {
                if (row < relation.table().rows()) {
                    compare(expected, columns, row);
                }
                row++;
            }
            assertEquals(row, relation.table().rows(), "number of rows");
        }
    }

    /** One thread and two give the same answer. */
    private static void assertSameToTheLastBit(Relation one, Relation two) {
        assertEquals(one.table().rows(), two.table().rows());
        assertEquals(one.omissions(), two.omissions());
        assertEquals(one.matched(), two.matched());
        for (int i = 0; i < one.table().columns().size(); i++) {
            for (int row = 0; row < one.table().rows(); row++) {
                Column a = one.table().column(i);
                Column b = two.table().column(i);
                boolean same = a instanceof NumberColumn numbers
                        ? Double.compare(numbers.values()[row], ((NumberColumn) b).values()[row]) == 0
                        : Algebra.cell(a, row).equals(Algebra.cell(b, row));
                if (!same) {
                    fail("row " + row + ", " + one.table().schema().field(i).name() + ": one thread gives "
                            + Algebra.cell(a, row) + ", two give " + Algebra.cell(b, row));
                }
            }
        }
    }

    private static void compare(ResultSet expected, List<Column> columns, int row) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            Object value = expected.getObject(i + 1);
            Column column = columns.get(i);
            boolean same;
            if (value == null || !column.isKnown(row)) {
                same = value == null && !column.isKnown(row);
            } else if (column instanceof NumberColumn numbers) {
                same = close(((Number) value).doubleValue(), numbers.values()[row]);
            } else if (column instanceof TextColumn texts) {
                same = value.equals(texts.value(row));
            } else {
                same = value.equals(((BooleanColumn) column).values()[row] == BooleanColumn.TRUE);
            }
            if (!same) {
                fail("row " + row + ", " + expected.getMetaData().getColumnLabel(i + 1) + ": DuckDB has " + value
                        + ", llmq " + Algebra.cell(column, row));
            }
        }
    }

    private static boolean close(double a, double b) {
        return a == b || Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
    }
}
