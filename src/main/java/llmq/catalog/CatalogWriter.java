package llmq.catalog;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/** Turns the entries of a catalog, whose references must resolve, into the form of {@link CatalogLayout}. */
final class CatalogWriter {
    private final List<String> texts = new ArrayList<>();
    private final Bytes sections = new Bytes();
    private int written;
    private final CatalogData data;
    private final Map<String, Integer> sourceRows = new HashMap<>();
    private final Map<String, Integer> benchmarkRows = new HashMap<>();

    private CatalogWriter(CatalogData data) {
        this.data = data;
        for (int i = 0; i < data.sources().size(); i++) {
            sourceRows.put(data.sources().get(i).key(), i);
        }
        for (int i = 0; i < data.benchmarks().size(); i++) {
            benchmarkRows.put(data.benchmarks().get(i).benchmark(), i);
        }
    }

    /** Both parts of the binary catalog. */
    record Binary(byte[] core, byte[] rest) implements CatalogImage.Source {
    }

    /** The same entries give the same bytes. */
    static Binary write(CatalogData data) {
        return new CatalogWriter(data).write();
    }

    /** The part that consists of the sections written since the last part. */
    private byte[] part() {
        String pool = String.join("", texts);
        CharsetEncoder latin = StandardCharsets.ISO_8859_1.newEncoder();
        boolean isLatin = latin.canEncode(pool);
        byte[] encoded = pool.getBytes(isLatin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        Bytes whole = new Bytes();
        whole.putInt(CatalogLayout.MAGIC);
        whole.putInt(CatalogLayout.VERSION);
        whole.putInt(written);
        whole.putInt(texts.size());
        whole.putInt(isLatin ? 1 : 0);
        whole.putInt(encoded.length);
        int end = 0;
        for (String text : texts) {
            end += text.length();
            whole.putInt(end);
        }
        whole.writeBytes(encoded);
        whole.writeBytes(sections.toByteArray());
        texts.clear();
        sections.reset();
        written = 0;
        return whole.toByteArray();
    }

    private Binary write() {
        section(List.of(data), List.of(texts(CatalogData::version), texts(CatalogData::about),
                numbers(CatalogData::collected)));
        section(data.benchmarks(), List.of(
                texts(BenchmarkEntry::benchmark), texts(BenchmarkEntry::name), texts(BenchmarkEntry::measures),
                bytes(entry -> entry.rating() ? 1 : 0), numbers(BenchmarkEntry::chance),
                numbers(BenchmarkEntry::max), numbers(BenchmarkEntry::questions), numbers(BenchmarkEntry::year),
                wholes(entry -> source(entry.source()))));
        List<int[]> chosen = chosen();
        List<Score> scores = new ArrayList<>();
        for (int model = 0; model < data.models().size(); model++) {
            for (ScoreEntry entry : data.models().get(model).scores()) {
                scores.add(new Score(model, entry));
            }
        }
        List<ModelRow> models = new ArrayList<>();
        for (ModelEntry model : data.models()) {
            models.add(new ModelRow(models.size(), model, Compute.of(model)));
        }
        section(models, modelColumns(chosen, scores));
        section(models, statusColumns());
        section(models, protocolColumns(chosen, scores));
        section(unconfirmed(chosen, scores), List.of(wholes(Shown::model), wholes(Shown::benchmark)));
        byte[] core = part();
        section(models, List.of(
                texts(row -> row.entry().hfId()), texts(row -> row.entry().note()),
                bytes(row -> row.entry().activeParams() == null ? 0 : 1),
                wholes(row -> source(row.entry().released().source())),
                wholes(row -> source(row.entry().params().source())),
                wholes(row -> source(row.entry().active().source())),
                wholes(row -> source(row.entry().tokens().source())),
                wholes(row -> source(row.entry().flops().source()))));
        List<Column<ModelRow>> chosenColumns = new ArrayList<>();
        for (int[] column : chosen) {
            chosenColumns.add(wholes(row -> column[row.index()]));
        }
        section(models, chosenColumns);
        section(scores, List.of(
                wholes(Score::model), wholes(score -> benchmarkRows.get(score.entry().benchmark())),
                numbers(score -> score.entry().score()), numbers(Score::shots),
                wholes(score -> score.entry().kind().ordinal()), wholes(score -> source(score.entry().source())),
                bytes(score -> score.entry().confirmed() ? 1 : 0), texts(score -> score.entry().note())));
        section(data.hardware(), List.of(
                texts(HardwareEntry::name), texts(HardwareEntry::vendor), numbers(HardwareEntry::released),
                numbers(HardwareEntry::peak), numbers(HardwareEntry::memory), numbers(HardwareEntry::bandwidth),
                numbers(HardwareEntry::power), wholes(entry -> source(entry.source())),
                texts(HardwareEntry::note)));
        section(data.sources(), List.of(
                texts(SourceEntry::key), texts(SourceEntry::title), numbers(SourceEntry::year),
                texts(SourceEntry::url), wholes(entry -> source(entry.via())),
                bytes(entry -> entry.recalled() ? 1 : 0)));
        return new Binary(core, part());
    }

    private record Score(int model, ScoreEntry entry) {
        double shots() {
            return entry.shots() == ScoreEntry.NOT_STATED ? Double.NaN : entry.shots();
        }
    }

    /** A cell of a benchmark's field. */
    private record Shown(int model, int benchmark) {
    }

    private static List<Shown> unconfirmed(List<int[]> chosen, List<Score> scores) {
        List<Shown> unconfirmed = new ArrayList<>();
        for (int benchmark = 0; benchmark < chosen.size(); benchmark++) {
            for (int score : chosen.get(benchmark)) {
                if (score >= 0 && !scores.get(score).entry().confirmed()) {
                    unconfirmed.add(new Shown(scores.get(score).model(), benchmark));
                }
            }
        }
        return unconfirmed;
    }

    private record ModelRow(int index, ModelEntry entry, Compute compute) {
    }

    private List<Column<ModelRow>> modelColumns(List<int[]> chosen, List<Score> scores) {
        List<Column<ModelRow>> columns = new ArrayList<>(List.of(
                texts(row -> row.entry().id()), texts(row -> row.entry().name()), texts(row -> row.entry().org()),
                texts(row -> row.entry().family()), numbers(row -> row.entry().released().value()),
                bytes(row -> row.entry().open() ? 1 : 0), texts(row -> row.entry().license()),
                texts(row -> row.entry().architecture()), numbers(row -> row.compute().params()),
                numbers(row -> row.compute().active()), numbers(row -> row.compute().tokens()),
                numbers(row -> row.compute().flops()), numbers(row -> row.compute().reported()),
                numbers(row -> row.compute().sixFold()), numbers(row -> row.compute().sixFoldTotal()),
                numbers(row -> row.entry().context())));
        for (int[] column : chosen) {
            columns.add(numbers(row -> {
                int score = column[row.index()];
                return score < 0 ? Double.NaN : scores.get(score).entry().score();
            }));
        }
        return columns;
    }

    private List<Column<ModelRow>> statusColumns() {
        List<Column<ModelRow>> columns = new ArrayList<>();
        for (int field = 0; field < ModelFields.BENCHMARKS; field++) {
            columns.add(switch (field) {
                case ModelFields.RELEASED -> bytes(row -> row.entry().released().status().status().ordinal());
                case ModelFields.PARAMS -> bytes(row -> row.compute().paramsStatus().ordinal());
                case ModelFields.ACTIVE_PARAMS -> bytes(row -> row.compute().activeStatus().ordinal());
                case ModelFields.TOKENS -> bytes(row -> row.compute().tokensStatus().ordinal());
                case ModelFields.FLOPS -> bytes(row -> row.compute().flopsStatus().ordinal());
                case ModelFields.FLOPS_REPORTED -> bytes(row -> row.compute().reportedStatus().ordinal());
                case ModelFields.FLOPS_6ND -> bytes(row -> row.compute().sixFoldStatus().ordinal());
                case ModelFields.FLOPS_6ND_TOTAL -> bytes(row -> row.compute().sixFoldTotalStatus().ordinal());
                default -> bytes(row -> 0);
            });
        }
        return columns;
    }

    private List<Column<ModelRow>> protocolColumns(List<int[]> chosen, List<Score> scores) {
        List<Column<ModelRow>> columns = new ArrayList<>();
        for (int[] column : chosen) {
            columns.add(bytes(row -> {
                int score = column[row.index()];
                return score < 0 ? -1 : scores.get(score).entry().kind().ordinal();
            }));
            columns.add(cells(row -> {
                int score = column[row.index()];
                return score < 0 ? ScoreEntry.NOT_STATED : scores.get(score).entry().shots();
            }));
        }
        return columns;
    }

    /** For each benchmark, and then each model, the row of the score that is shown, among all scores. */
    private List<int[]> chosen() {
        List<int[]> chosen = new ArrayList<>();
        for (BenchmarkEntry benchmark : data.benchmarks()) {
            int[] column = new int[data.models().size()];
            int first = 0;
            for (int model = 0; model < column.length; model++) {
                List<ScoreEntry> all = data.models().get(model).scores();
                List<ScoreEntry> candidates = new ArrayList<>();
                List<Integer> rows = new ArrayList<>();
                for (int i = 0; i < all.size(); i++) {
                    if (all.get(i).benchmark().equals(benchmark.benchmark())) {
                        candidates.add(all.get(i));
                        rows.add(first + i);
                    }
                }
                column[model] = rows.isEmpty() ? -1
                        : rows.get(ScoreRule.choose(candidates, benchmark.usualShots()));
                first += all.size();
            }
            chosen.add(column);
        }
        return chosen;
    }

    private int source(String key) {
        return key == null ? -1 : sourceRows.get(key);
    }

    private interface Column<E> {
        void write(List<E> entries);
    }

    private <E> void section(List<E> entries, List<Column<E>> columns) {
        written++;
        sections.putInt(entries.size());
        sections.putInt(columns.size());
        for (Column<E> column : columns) {
            column.write(entries);
        }
    }

    private <E> Column<E> numbers(ToDoubleFunction<E> of) {
        return entries -> {
            sections.write(CatalogLayout.KIND_NUMBERS);
            for (E entry : entries) {
                sections.putDouble(of.applyAsDouble(entry));
            }
        };
    }

    private <E> Column<E> wholes(ToIntFunction<E> of) {
        return entries -> {
            sections.write(CatalogLayout.KIND_WHOLES);
            for (E entry : entries) {
                sections.putInt(of.applyAsInt(entry));
            }
        };
    }

    /** As bytes if all of them fit; for columns that are read cell by cell. */
    private <E> Column<E> cells(ToIntFunction<E> of) {
        return entries -> {
            boolean small = entries.stream().mapToInt(of).allMatch(value -> value == (byte) value);
            (small ? bytes(of) : wholes(of)).write(entries);
        };
    }

    private <E> Column<E> bytes(ToIntFunction<E> of) {
        return entries -> {
            boolean zero = entries.stream().allMatch(entry -> of.applyAsInt(entry) == 0);
            sections.write(zero ? CatalogLayout.KIND_ZERO : CatalogLayout.KIND_BYTES);
            for (E entry : zero ? List.<E>of() : entries) {
                sections.write(of.applyAsInt(entry));
            }
        };
    }

    private <E> Column<E> texts(Function<E, String> of) {
        return entries -> {
            Map<String, Integer> codes = new LinkedHashMap<>();
            for (E entry : entries) {
                String text = of.apply(entry);
                if (text != null) {
                    codes.putIfAbsent(text, codes.size());
                }
            }
            sections.write(CatalogLayout.KIND_TEXTS);
            sections.putInt(texts.size());
            sections.putInt(codes.size());
            texts.addAll(codes.keySet());
            for (E entry : entries) {
                sections.putInt(codes.getOrDefault(of.apply(entry), -1));
            }
        };
    }

    /** Bytes in a row, numbers little-endian. */
    private static final class Bytes extends ByteArrayOutputStream {
        private final ByteBuffer one = ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);

        void putInt(int value) {
            one.putInt(0, value);
            write(one.array(), 0, Integer.BYTES);
        }

        void putDouble(double value) {
            one.putDouble(0, value);
            write(one.array(), 0, Double.BYTES);
        }
    }
}
