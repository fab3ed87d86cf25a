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
        table.reference("model", "name of the model", model, CatalogLayout.MODELS, CatalogLayout.MODEL_NAME);
        table.reference("model_id", "id of the model", model, CatalogLayout.MODELS, CatalogLayout.MODEL_ID);
        table.reference("benchmark", "what was measured, a field of models", benchmark, CatalogLayout.BENCHMARKS,
                CatalogLayout.BENCHMARK_ID);
        table.number("score", Unit.PERCENT, "percent; of arena_elo a rating", CatalogLayout.SCORE_VALUE);
        table.shots();
        table.kind();
        table.reference("source", "key of the source", CatalogLayout.SCORE_SOURCE, CatalogLayout.SOURCES,
                CatalogLayout.SOURCE_KEY);
        table.referredNumber("chance", Unit.PERCENT, "score of guessing on this benchmark", benchmark,
                CatalogLayout.BENCHMARKS, CatalogLayout.BENCHMARK_CHANCE);
        table.referredNumber("max", Unit.PERCENT, "best score there can be on this benchmark", benchmark,
                CatalogLayout.BENCHMARKS, CatalogLayout.BENCHMARK_MAX);
        table.chosen();
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
                new NumberColumn(table.numbers(CatalogLayout.HARDWARE_RELEASED), null));
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

    private void text(String name, String summary, int column) {
        Dictionary.Builder dictionary = new Dictionary.Builder();
        int[] codes = new int[section.rows()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = dictionary.code(section.text(column, row));
        }
        add(new Field(name, Type.TEXT, Unit.NONE, summary, null), new TextColumn(codes, dictionary.build(), null));
    }

    private void source(int column) {
        reference("source", "key of the source", column, CatalogLayout.SOURCES, CatalogLayout.SOURCE_KEY);
    }

    /** A text of the row that a column refers to. */
    private void reference(String name, String summary, int column, int to, int toColumn) {
        CatalogImage.Section target = image.section(to);
        Dictionary.Builder dictionary = new Dictionary.Builder();
        int[] codes = new int[section.rows()];
        for (int row = 0; row < codes.length; row++) {
            int referred = section.whole(column, row);
            codes[row] = dictionary.code(referred < 0 ? null : target.text(toColumn, referred));
        }
        add(new Field(name, Type.TEXT, Unit.NONE, summary, null), new TextColumn(codes, dictionary.build(), null));
    }

    private void referredNumber(String name, Unit unit, String summary, int column, int to, int toColumn) {
        CatalogImage.Section target = image.section(to);
        double[] values = new double[section.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = target.number(toColumn, section.whole(column, row));
        }
        add(new Field(name, Type.NUMBER, unit, summary, null), new NumberColumn(values, null));
    }

    private void number(String name, Unit unit, String summary, int column) {
        add(new Field(name, Type.NUMBER, unit, summary, null), new NumberColumn(numbers(column), null));
    }

    private double[] numbers(int column) {
        double[] values = new double[section.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = section.number(column, row);
        }
        return values;
    }

    private void truth(String name, String summary, int column) {
        byte[] values = new byte[section.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = section.truth(column, row) ? BooleanColumn.TRUE : BooleanColumn.FALSE;
        }
        add(new Field(name, Type.BOOLEAN, Unit.NONE, summary, null), new BooleanColumn(values, null));
    }

    private void shots() {
        double[] values = new double[section.rows()];
        for (int row = 0; row < values.length; row++) {
            int shots = section.whole(CatalogLayout.SCORE_SHOTS, row);
            values[row] = shots == ScoreEntry.NOT_STATED ? Double.NaN : shots;
        }
        add(new Field("shots", Type.NUMBER, Unit.NONE, "worked examples shown before each question", null),
                new NumberColumn(values, null));
    }

    private void kind() {
        String[] values = new String[section.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = ScoreKind.of(section.whole(CatalogLayout.SCORE_KIND, row)).word();
        }
        add(new Field("kind", Type.TEXT, Unit.NONE, "who measured it: harness, self-reported or third-party", null),
                TextColumn.of(values));
    }

    private void chosen() {
        byte[] values = new byte[section.rows()];
        CatalogImage.Section chosen = image.section(CatalogLayout.CHOSEN);
        for (int i = 0; i < chosen.rows(); i++) {
            int row = chosen.whole(CatalogLayout.CHOSEN_SCORE, i);
            if (row >= 0) {
                values[row] = BooleanColumn.TRUE;
            }
        }
        add(new Field("chosen", Type.BOOLEAN, Unit.NONE, "whether the benchmark's field of models shows this one",
                null), new BooleanColumn(values, null));
    }
}
