package llmq.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import llmq.Running;
import llmq.catalog.Catalog;
import llmq.diagnostic.SourceText;
import llmq.result.Result;
import llmq.stats.Figures;
import llmq.syntax.Parser;
import llmq.syntax.tree.Statement;
import llmq.table.BooleanColumn;
import llmq.table.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Predictions, back-tests and what-ifs agree with R's: predict.R stands beside its figures in the test resources. */
class PredictAgainstRTest {
    private static final Figures R = new Figures("predict.txt");
    private static final double CLOSE = 1e-9;

    private static Result run(String name, String last) {
        Workspace workspace = Running.workspace(Path.of("src/test/resources/stats"));
        SourceText text = SourceText.of("load \"predict.csv\" as points\n"
                + "fit score on log10(size), age for points where part = 'train' with plain errors as plain\n"
                + "fit score on log10(size), age for points where part = 'train' as clustered\n"
                + last.replace("FIT", name));
        Session session = Session.start(Catalog.builtIn());
        Result result = null;
        for (Statement statement : new Parser().parse(text).statements()) {
            Outcome outcome = session.run(statement, text, workspace);
            session = outcome.session();
            result = outcome.result();
        }
        return result;
    }

    private static void assertClose(double[] expected, double... actual) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], Math.abs(expected[i]) * CLOSE, "figure " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "clustered"})
    void atValues(String name) {
        Table table = run(name, "predict FIT at size = 50000, age = 2").table();
        double[] row = new double[5];
        for (int i = 0; i < row.length; i++) {
            row[i] = table.numbers(List.of("score", "mean_low", "mean_high", "low", "high").get(i)).values()[0];
        }
        assertClose(R.get(name + ".at"), row);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "clustered"})
    void besideRows(String name) {
        Result result = run(name, "predict FIT for points where part = 'test'");
        Table table = result.table();
        assertClose(R.get(name + ".predicted"), table.numbers("predicted").values());
        assertClose(R.get(name + ".low"), table.numbers("low").values());
        assertClose(R.get(name + ".high"), table.numbers("high").values());
        double[] inside = R.get(name + ".inside");
        for (int row = 0; row < inside.length; row++) {
            assertEquals(inside[row] == 1 ? BooleanColumn.TRUE : BooleanColumn.FALSE,
                    table.booleans("inside").values()[row]);
        }
        assertEquals("[LeftOut[rows=1, reason=size not known], LeftOut[rows=1, reason=score not known]]",
                result.leftOut().toString());
        // R has sqrt(mean(residual^2)) and mean(residual), to the digits that are told.
        double[] test = R.get(name + ".test");
        String wide = "n 4 · RMSE " + rounded(test[1]) + " · bias +" + rounded(test[2]) + ": actual values lie "
                + rounded(test[2]) + " above the trend on average";
        assertEquals(List.of(wide, (int) test[3] + " of 4 (" + Math.round(test[3] * 25)
                + "%) inside the 95% prediction interval"), result.said());
    }

    private static String rounded(double value) {
        return String.valueOf(Math.round(value * 100) / 100.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "clustered"})
    void whatIf(String name) {
        double[] states = run(name, "whatif maple with size = 500000, age = 4 using FIT").table().numbers("score")
                .values();
        assertClose(R.get(name + ".whatif"), states);
    }
}
