package llmq.catalog;

import java.util.ArrayList;
import java.util.List;
import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.Dictionary;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Schema;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.Type;
import llmq.value.Unit;

/** Makes the tables beside {@code models}, column by column from a section of the binary catalog. */
final class FactTables {
    private final CatalogImage image;
    private final CatalogImage.Section section;
    private final List<Field> fields = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();

    private FactTables(CatalogImage image, int section) {
        this.image = image;
        this.section = image.section(section);
    }

    static Table scores(CatalogImage image) {
        FactTables table = new FactTables(image, CatalogLayout.SCORES);
        int model = CatalogLayout.SCORE_MODEL;
        int benchmark = CatalogLayout.SCORE_BENCHMARK;
        table.reference("model", "name of the model", model, CatalogLayout.MODELS, ModelFields.NAME);
        table.reference("model_id", "id of the model", model, CatalogLayout.MODELS, ModelFields.ID);
        table.reference("benchmark", "what was measured, a field of models", benchmark, CatalogLayout.BENCHMARKS,
                CatalogLayout.BENCHMARK_ID);
        table.number("score", Unit.PERCENT, "percent; of arena_elo a rating", CatalogLayout.SCORE_VALUE);
        table.number("shots", Unit.NONE, "worked examples shown before each question", CatalogLayout.SCORE_SHOTS);
        table.add(text("kind", "who measured it: harness, self-reported or third-party"), new TextColumn(
                table.section.wholes(CatalogLayout.SCORE_KIND), Dictionary.of(ScoreKind.words()), null));
        table.source(CatalogLayout.SCORE_SOURCE);
        table.ofBenchmark("chance", "score of guessing on this benchmark", CatalogLayout.BENCHMARK_CHANCE);
        table.ofBenchmark("max", "best score there can be on this benchmark", CatalogLayout.BENCHMARK_MAX);
        table.add(truth("chosen", "whether the benchmark's field of models shows this one"), table.chosen());
        table.truth("confirmed", "false where the score was written down from memory and never checked",
                CatalogLayout.SCORE_CONFIRMED);
        return table.labelled("model");
    }

    static Table benchmarks(CatalogImage image) {
        FactTables table = new FactTables(image, CatalogLayout.BENCHMARKS);
        table.text("benchmark", "its name in queries, a field of models", CatalogLayout.BENCHMARK_ID);
        table.text("name", "its name for readers", CatalogLayout.BENCHMARK_NAME);
        table.text("measures", "what a model has to do", CatalogLayout.BENCHMARK_MEASURES);
        table.number("chance", Unit.PERCENT, "score of guessing", CatalogLayout.BENCHMARK_CHANCE);
        table.number("max", Unit.PERCENT, "best score there can be", CatalogLayout.BENCHMARK_MAX);
        table.number("questions", Unit.NONE, "number of questions in the part usually scored",
                CatalogLayout.BENCHMARK_QUESTIONS);
        table.number("year", Unit.NONE, "year of its paper", CatalogLayout.BENCHMARK_YEAR);
        table.source(CatalogLayout.BENCHMARK_SOURCE);
        return table.labelled("benchmark");
    }

    static Table hardware(CatalogImage image) {
        FactTables table = new FactTables(image, CatalogLayout.HARDWARE);
        table.text("name", "the accelerator", CatalogLayout.HARDWARE_NAME);
        table.text("vendor", "who makes it", CatalogLayout.HARDWARE_VENDOR);
        table.add(new Field("released", Type.DATE, Unit.NONE, "day of its announcement", null),
                table.section.numberColumn(CatalogLayout.HARDWARE_RELEASED));
        table.number("peak_flops", Unit.FLOP.per(Unit.SECOND), "peak throughput, dense bf16",
                CatalogLayout.HARDWARE_PEAK);
        table.number("memory", Unit.BYTE, "size of its memory", CatalogLayout.HARDWARE_MEMORY);
        table.number("bandwidth", Unit.BYTE.per(Unit.SECOND), "bandwidth of its memory",
                CatalogLayout.HARDWARE_BANDWIDTH);
        table.number("power", Unit.WATT, "thermal design power", CatalogLayout.HARDWARE_POWER);
        table.source(CatalogLayout.HARDWARE_SOURCE);
        table.text("note", "a remark", CatalogLayout.HARDWARE_NOTE);
        return table.labelled("name");
    }

    static Table sources(CatalogImage image) {
        FactTables table = new FactTables(image, CatalogLayout.SOURCES);
        table.text("key", "how figures refer to it", CatalogLayout.SOURCE_KEY);
        table.text("title", "its title", CatalogLayout.SOURCE_TITLE);
        table.number("year", Unit.NONE, "year it appeared", CatalogLayout.SOURCE_YEAR);
        table.text("url", "its address", CatalogLayout.SOURCE_URL);
        table.reference("via", "the source that holds the copy in which it was read", CatalogLayout.SOURCE_VIA,
                CatalogLayout.SOURCES, CatalogLayout.SOURCE_KEY);
        table.truth("recalled", "true where a figure of it was written down from memory",
                CatalogLayout.SOURCE_RECALLED);
        return table.labelled("key");
    }

    private Table labelled(String label) {
        return new Table(new Schema(fields), columns, section.rows(), label);
    }

    private void add(Field field, Column column) {
        fields.add(field);
        columns.add(column);
    }

    private static Field text(String name, String summary) {
        return new Field(name, Type.TEXT, Unit.NONE, summary, null);
    }

    private static Field truth(String name, String summary) {
        return new Field(name, Type.BOOLEAN, Unit.NONE, summary, null);
    }

    private void text(String name, String summary, int column) {
        add(text(name, summary), section.textColumn(column));
    }

    private void truth(String name, String summary, int column) {
        add(truth(name, summary), section.truthColumn(column));
    }

    private void number(String name, Unit unit, String summary, int column) {
        add(new Field(name, Type.NUMBER, unit, summary, null), section.numberColumn(column));
    }

    private void source(int column) {
        reference("source", "key of the source", column, CatalogLayout.SOURCES, CatalogLayout.SOURCE_KEY);
    }

    /** A text of the row that a column refers to; each row there has its own, so that the row is the code. */
    private void reference(String name, String summary, int column, int to, int toColumn) {
        add(text(name, summary), new TextColumn(section.wholes(column), image.section(to).dictionary(toColumn), null));
    }

    private void ofBenchmark(String name, String summary, int column) {
        double[] byBenchmark = image.section(CatalogLayout.BENCHMARKS).numbers(column);
        int[] benchmarks = section.wholes(CatalogLayout.SCORE_BENCHMARK);
        double[] values = new double[benchmarks.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = byBenchmark[benchmarks[row]];
        }
        add(new Field(name, Type.NUMBER, Unit.PERCENT, summary, null), new NumberColumn(values, null));
    }

    private BooleanColumn chosen() {
        byte[] values = new byte[section.rows()];
        CatalogImage.Section chosen = image.section(CatalogLayout.CHOSEN);
        for (int benchmark = 0; benchmark < chosen.columns(); benchmark++) {
            for (int row : chosen.wholes(benchmark)) {
                if (row >= 0) {
                    values[row] = BooleanColumn.TRUE;
                }
            }
        }
        return new BooleanColumn(values, null);
    }
}
