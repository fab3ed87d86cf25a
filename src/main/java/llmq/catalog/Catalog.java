package llmq.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.LlmqException;
import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.Status;

/**
 * The facts that llmq knows: five tables, and where each value of {@code models} comes from. Immutable; nothing is
 * read before the first question, and each table is made when it is first asked for.
 */
public final class Catalog {
    /** The tables, in the order in which {@code describe} lists them. */
    public static final List<String> TABLES = List.of("models", "scores", "benchmarks", "hardware", "sources");

    private final List<Assumption> assumptions;
    private CatalogImage image;
    private List<FieldInfo> fields;
    private final Table[] tables = new Table[TABLES.size()];

    private Catalog(CatalogImage image, List<Assumption> assumptions) {
        this.image = image;
        this.assumptions = assumptions;
    }

    /** The catalog that comes with llmq. */
    public static Catalog builtIn() {
        return new Catalog(null, List.of());
    }

    /**
     * The catalog in a folder of data files.
     *
     * @throws LlmqException E301, E402: all that keeps it from being used (of {@link CatalogAudit}'s findings, those
     *                       that break it)
     */
    public static Catalog read(Path folder) {
        return of(CatalogReader.read(folder));
    }

    /** @throws LlmqException E402 where the entries do not hold together */
    static Catalog of(CatalogData data) {
        return new Catalog(new CatalogImage(CatalogWriter.write(sound(data))), List.of());
    }

    /** The same entries, in which every reference is known to resolve and no id to stand twice. */
    static CatalogData sound(CatalogData data) {
        List<Diagnostic> faults = new ArrayList<>();
        for (CatalogAudit.Finding finding : CatalogAudit.broken(data)) {
            faults.add(finding.diagnostic());
        }
        if (!faults.isEmpty()) {
            throw new LlmqException(faults);
        }
        return data;
    }

    private synchronized CatalogImage image() {
        if (image == null) {
            image = new CatalogImage(new BuiltIn());
        }
        return image;
    }

    /** Year and month: {@code 2026.11}. */
    public String version() {
        return image().section(CatalogLayout.WHOLE).text(CatalogLayout.WHOLE_VERSION, 0);
    }

    /** Which models are taken in, a few sentences. */
    public String about() {
        return image().section(CatalogLayout.WHOLE).text(CatalogLayout.WHOLE_ABOUT, 0);
    }

    /** When the figures were collected, days since 1970-01-01. */
    public double collected() {
        return image().section(CatalogLayout.WHOLE).number(CatalogLayout.WHOLE_COLLECTED, 0);
    }

    /** The table of that name, without regard to case, or {@code null}. */
    public synchronized Table table(String name) {
        int index = TABLES.indexOf(name.toLowerCase(Locale.ROOT));
        if (index < 0) {
            return null;
        }
        if (tables[index] == null) {
            CatalogImage from = image();
            tables[index] = switch (index) {
                case 0 -> ModelsTable.build(from, fields(), assumptions);
                case 1 -> FactTables.scores(from);
                case 2 -> FactTables.benchmarks(from);
                case 3 -> FactTables.hardware(from);
                default -> FactTables.sources(from);
            };
        }
        return tables[index];
    }

    public Table models() {
        return table("models");
    }

    public Table scores() {
        return table("scores");
    }

    public Table benchmarks() {
        return table("benchmarks");
    }

    public Table hardware() {
        return table("hardware");
    }

    public Table sources() {
        return table("sources");
    }

    /** The fields of {@code models}, in order, each with how its values are got. */
    public synchronized List<FieldInfo> fields() {
        if (fields == null) {
            fields = ModelFields.of(image());
        }
        return fields;
    }

    /** The field of {@code models} of that name, without regard to case, or {@code null}. */
    public FieldInfo field(String name) {
        int index = models().schema().find(name);
        return index < 0 ? null : fields().get(index);
    }

    /**
     * Why a value of a field is missing, for “18 of 152 left out: tokens not disclosed”: to be put after the field's
     * name.
     */
    public static String unknownReason(String field) {
        return field.equalsIgnoreCase("tokens") ? "not disclosed" : "not known";
    }

    /**
     * This catalog with one more figure put in by the user. It stands in place of the published one; what is computed
     * follows, but a published {@code flops} stays.
     *
     * @param row   of {@code models}
     * @param field one that {@link FieldInfo#assumable} allows
     * @param value in base units; a date as days since 1970-01-01
     */
    public Catalog withAssumption(int row, String field, double value) {
        FieldInfo info = field(field);
        if (info == null || !info.assumable()) {
            throw new IllegalArgumentException(field + " cannot be assumed");
        }
        String name = info.field().name();
        List<Assumption> more = new ArrayList<>();
        for (Assumption assumption : assumptions) {
            if (assumption.row() != row || !assumption.field().equals(name)) {
                more.add(assumption);
            }
        }
        more.add(new Assumption(row, name, value));
        return new Catalog(image(), List.copyOf(more));
    }

    /** What {@link #withAssumption} put in, in order. */
    public List<Assumption> assumptions() {
        return assumptions;
    }

    /** The fields of {@code models} that are computed again where a field of a row is another: none of most. */
    public List<String> following(int row, String field) {
        return hypothesis(row).following(models().schema().find(field));
    }

    /**
     * A row of {@code models} alone, as it would be with other figures. What is computed follows. So does
     * {@code flops} where it was published, or assumed: in proportion to active_params · tokens, and it is unknown
     * where that proportion is.
     *
     * @param changes of each changed field, by name, a column of one row
     */
    public Table hypothetical(int row, Map<String, Column> changes) {
        Map<Integer, Column> columns = new HashMap<>();
        for (Map.Entry<String, Column> change : changes.entrySet()) {
            columns.put(models().schema().find(change.getKey()), change.getValue());
        }
        return hypothesis(row).row(columns);
    }

    private Hypothesis hypothesis(int row) {
        return new Hypothesis(models(), row,
                image().section(CatalogLayout.FACTS).truth(CatalogLayout.FACT_OWN_ACTIVE, row));
    }

    /** Where a value of {@code models} comes from. */
    public Provenance figure(int row, String field) {
        int index = models().schema().find(field);
        Field meaning = models().schema().field(index);
        Column column = models().column(index);
        double value = column instanceof NumberColumn numbers ? numbers.values()[row] : Double.NaN;
        String text = null;
        if (column instanceof TextColumn texts) {
            text = texts.value(row);
        } else if (column instanceof BooleanColumn truths && column.isKnown(row)) {
            text = truths.values()[row] == BooleanColumn.TRUE ? "true" : "false";
        }
        Status status = column.status(row);
        boolean assumed = isAssumed(row, meaning.name());
        String formula = assumed ? null : formula(index, row);
        List<String> inputs = formula == null ? List.of()
                : List.of(formula.equals(ModelFields.FORMULA) ? "active_params" : "params", "tokens");
        SourceEntry source = assumed || formula != null || value != value ? null : source(index, row);
        return new Provenance(meaning, value, text, status, source, formula, inputs, note(row));
    }

    private boolean isAssumed(int row, String field) {
        for (Assumption assumption : assumptions) {
            if (assumption.row() == row && assumption.field().equals(field)) {
                return true;
            }
        }
        return false;
    }

    private String formula(int index, int row) {
        return switch (index) {
            case ModelFields.FLOPS -> models().column(ModelFields.FLOPS_REPORTED).isKnown(row) ? null
                    : ModelFields.FORMULA;
            case ModelFields.FLOPS_6ND -> ModelFields.FORMULA;
            case ModelFields.FLOPS_6ND_TOTAL -> ModelFields.FORMULA_TOTAL;
            default -> null;
        };
    }

    private SourceEntry source(int index, int row) {
        if (index >= ModelFields.BENCHMARKS) {
            int score = chosenScore(row, index - ModelFields.BENCHMARKS);
            return sourceAt(image().section(CatalogLayout.SCORES).whole(CatalogLayout.SCORE_SOURCE, score));
        }
        int column = switch (index) {
            case ModelFields.RELEASED -> CatalogLayout.FACT_SOURCE_RELEASED;
            case ModelFields.PARAMS -> CatalogLayout.FACT_SOURCE_PARAMS;
            case ModelFields.ACTIVE_PARAMS -> CatalogLayout.FACT_SOURCE_ACTIVE_PARAMS;
            case ModelFields.TOKENS -> CatalogLayout.FACT_SOURCE_TOKENS;
            case ModelFields.FLOPS, ModelFields.FLOPS_REPORTED -> CatalogLayout.FACT_SOURCE_FLOPS;
            default -> -1;
        };
        return column < 0 ? null : sourceAt(image().section(CatalogLayout.FACTS).whole(column, row));
    }

    /** The source of that key, {@code null} where there is none. */
    public SourceEntry source(String key) {
        CatalogImage.Section sources = image().section(CatalogLayout.SOURCES);
        for (int row = 0; row < sources.rows(); row++) {
            if (sources.text(CatalogLayout.SOURCE_KEY, row).equals(key)) {
                return sourceAt(row);
            }
        }
        return null;
    }

    private SourceEntry sourceAt(int row) {
        if (row < 0) {
            return null;
        }
        CatalogImage.Section sources = image().section(CatalogLayout.SOURCES);
        int via = sources.whole(CatalogLayout.SOURCE_VIA, row);
        return new SourceEntry(sources.text(CatalogLayout.SOURCE_KEY, row),
                sources.text(CatalogLayout.SOURCE_TITLE, row), sources.number(CatalogLayout.SOURCE_YEAR, row),
                sources.text(CatalogLayout.SOURCE_URL, row),
                via < 0 ? null : sources.text(CatalogLayout.SOURCE_KEY, via),
                sources.truth(CatalogLayout.SOURCE_RECALLED, row), null);
    }

    private int chosenScore(int row, int benchmark) {
        return image().section(CatalogLayout.CHOSEN).whole(benchmark, row);
    }

    private int benchmark(String field) {
        int index = models().schema().find(field);
        return index < ModelFields.BENCHMARKS ? -1 : index - ModelFields.BENCHMARKS;
    }

    /**
     * All published scores of a model on a benchmark, the one that {@link ScoreRule} chose first, the others as
     * listed. Where the user assumed a score instead, none is marked as chosen. Empty where the field is no benchmark.
     */
    public List<PublishedScore> scoresOf(int row, String field) {
        int benchmark = benchmark(field);
        int chosen = benchmark < 0 ? -1 : chosenScore(row, benchmark);
        if (chosen < 0) {
            return List.of();
        }
        boolean assumed = isAssumed(row, fields().get(benchmark + ModelFields.BENCHMARKS).field().name());
        CatalogImage.Section scores = image().section(CatalogLayout.SCORES);
        List<PublishedScore> all = new ArrayList<>();
        for (int i = 0; i < scores.rows(); i++) {
            boolean here = scores.whole(CatalogLayout.SCORE_MODEL, i) == row
                    && scores.whole(CatalogLayout.SCORE_BENCHMARK, i) == benchmark;
            if (here) {
                PublishedScore score = new PublishedScore(scores.number(CatalogLayout.SCORE_VALUE, i),
                        protocolAt(i), sourceAt(scores.whole(CatalogLayout.SCORE_SOURCE, i)),
                        scores.truth(CatalogLayout.SCORE_CONFIRMED, i), scores.text(CatalogLayout.SCORE_NOTE, i),
                        i == chosen && !assumed);
                all.add(i == chosen ? 0 : all.size(), score);
            }
        }
        return all;
    }

    /** How the score in a benchmark's field was measured; {@code null} where unknown, assumed, or no benchmark. */
    public Protocol protocol(int row, String field) {
        int benchmark = benchmark(field);
        if (benchmark < 0 || isAssumed(row, fields().get(benchmark + ModelFields.BENCHMARKS).field().name())) {
            return null;
        }
        CatalogImage.Section protocols = image().section(CatalogLayout.PROTOCOLS);
        int kind = protocols.whole(2 * benchmark, row);
        return kind < 0 ? null : new Protocol(protocols.whole(2 * benchmark + 1, row), ScoreKind.of(kind));
    }

    /**
     * The rows of {@code models} whose score in a benchmark's field was written down from memory and never checked
     * against its source, in order. Empty where the field is no benchmark.
     */
    public List<Integer> unconfirmed(String field) {
        CatalogImage.Section scores = image().section(CatalogLayout.UNCONFIRMED);
        int benchmark = benchmark(field);
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < scores.rows() && benchmark >= 0; i++) {
            int row = scores.whole(CatalogLayout.UNCONFIRMED_MODEL, i);
            boolean here = scores.whole(CatalogLayout.UNCONFIRMED_BENCHMARK, i) == benchmark;
            if (here && !isAssumed(row, fields().get(benchmark + ModelFields.BENCHMARKS).field().name())) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Protocol protocolAt(int score) {
        CatalogImage.Section scores = image().section(CatalogLayout.SCORES);
        double shots = scores.number(CatalogLayout.SCORE_SHOTS, score);
        return new Protocol(shots == shots ? (int) shots : ScoreEntry.NOT_STATED,
                ScoreKind.of(scores.whole(CatalogLayout.SCORE_KIND, score)));
    }

    /** The model's id on Hugging Face, or {@code null}. */
    public String hfId(int row) {
        return image().section(CatalogLayout.FACTS).text(CatalogLayout.FACT_HF_ID, row);
    }

    /** The catalog's remark on a model, or {@code null}. */
    public String note(int row) {
        return image().section(CatalogLayout.FACTS).text(CatalogLayout.FACT_NOTE, row);
    }
}
