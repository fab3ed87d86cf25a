package llmq.catalog;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final ByteArrayOutputStream sections = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(sections);
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

    /** The same entries give the same bytes. */
    static byte[] write(CatalogData data) {
        try {
            CatalogWriter writer = new CatalogWriter(data);
            writer.sections();
            return writer.whole();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private byte[] whole() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream whole = new DataOutputStream(bytes);
        whole.writeInt(CatalogLayout.MAGIC);
        whole.writeInt(CatalogLayout.VERSION);
        whole.writeInt(texts.size());
        ByteArrayOutputStream pool = new ByteArrayOutputStream();
        for (String text : texts.keySet()) {
            pool.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            whole.writeInt(pool.size());
        }
        pool.writeTo(whole);
        sections.writeTo(whole);
        return bytes.toByteArray();
    }

    private void sections() throws IOException {
        section(List.of(data), List.of(texts(CatalogData::version), texts(CatalogData::about),
                numbers(CatalogData::collected)));
        section(data.benchmarks(), List.of(
                texts(BenchmarkEntry::benchmark), texts(BenchmarkEntry::name), texts(BenchmarkEntry::measures),
                wholes(entry -> entry.rating() ? 1 : 0), numbers(BenchmarkEntry::chance),
                numbers(BenchmarkEntry::max), wholes(BenchmarkEntry::usualShots), numbers(BenchmarkEntry::questions),
                numbers(BenchmarkEntry::year), wholes(entry -> source(entry.source()))));
        section(data.models(), modelColumns());
        section(chosen(), List.of(wholes(row -> row)));
        List<Score> scores = new ArrayList<>();
        for (int model = 0; model < data.models().size(); model++) {
            for (ScoreEntry entry : data.models().get(model).scores()) {
                scores.add(new Score(model, entry));
            }
        }
        section(scores, List.of(
                wholes(Score::model), wholes(score -> benchmarkRows.get(score.entry().benchmark())),
                numbers(score -> score.entry().score()), wholes(score -> score.entry().shots()),
                wholes(score -> score.entry().kind().ordinal()), wholes(score -> source(score.entry().source())),
                wholes(score -> score.entry().confirmed() ? 1 : 0)));
        section(data.hardware(), List.of(
                texts(HardwareEntry::name), texts(HardwareEntry::vendor), numbers(HardwareEntry::released),
                numbers(HardwareEntry::peak), numbers(HardwareEntry::memory), numbers(HardwareEntry::bandwidth),
                numbers(HardwareEntry::power), wholes(entry -> source(entry.source())),
                texts(HardwareEntry::note)));
        section(data.sources(), List.of(
                texts(SourceEntry::key), texts(SourceEntry::title), numbers(SourceEntry::year),
                texts(SourceEntry::url), wholes(entry -> source(entry.via())),
                wholes(entry -> entry.recalled() ? 1 : 0)));
    }

    private record Score(int model, ScoreEntry entry) {
    }

    private List<Column<ModelEntry>> modelColumns() {
        List<Column<ModelEntry>> columns = new ArrayList<>(List.of(
                texts(ModelEntry::id), texts(ModelEntry::name), texts(ModelEntry::org), texts(ModelEntry::family),
                wholes(entry -> entry.open() ? 1 : 0), texts(ModelEntry::license), texts(ModelEntry::architecture),
                numbers(ModelEntry::context), texts(ModelEntry::hfId), texts(ModelEntry::note),
                wholes(entry -> entry.activeParams() == null ? 0 : 1)));
        List<Function<ModelEntry, Figure>> figures = List.of(ModelEntry::released, ModelEntry::params,
                ModelEntry::active, ModelEntry::tokens, ModelEntry::flops);
        for (Function<ModelEntry, Figure> figure : figures) {
            columns.add(numbers(entry -> figure.apply(entry).value()));
        }
        for (Function<ModelEntry, Figure> figure : figures) {
            columns.add(wholes(entry -> figure.apply(entry).status().status().ordinal()));
        }
        for (Function<ModelEntry, Figure> figure : figures) {
            columns.add(wholes(entry -> source(figure.apply(entry).source())));
        }
        return columns;
    }

    private List<Integer> chosen() {
        List<Integer> chosen = new ArrayList<>();
        for (BenchmarkEntry benchmark : data.benchmarks()) {
            int first = 0;
            for (ModelEntry model : data.models()) {
                List<ScoreEntry> candidates = new ArrayList<>();
                List<Integer> rows = new ArrayList<>();
                for (int i = 0; i < model.scores().size(); i++) {
                    if (model.scores().get(i).benchmark().equals(benchmark.benchmark())) {
                        candidates.add(model.scores().get(i));
                        rows.add(first + i);
                    }
                }
                chosen.add(rows.isEmpty() ? -1 : rows.get(ScoreRule.choose(candidates, benchmark.usualShots())));
                first += model.scores().size();
            }
        }
        return chosen;
    }

    private int source(String key) {
        return key == null ? -1 : sourceRows.get(key);
    }

    private int text(String text) {
        if (text == null) {
            return -1;
        }
        Integer known = texts.putIfAbsent(text, texts.size());
        return known == null ? texts.size() - 1 : known;
    }

    private interface Column<E> {
        void write(List<E> entries) throws IOException;
    }

    private <E> void section(List<E> entries, List<Column<E>> columns) throws IOException {
        out.writeInt(entries.size());
        out.writeByte(columns.size());
        for (Column<E> column : columns) {
            column.write(entries);
        }
    }

    private <E> Column<E> texts(Function<E, String> of) {
        return wholes(entry -> text(of.apply(entry)));
    }

    private <E> Column<E> numbers(ToDoubleFunction<E> of) {
        return entries -> {
            out.writeByte(Double.BYTES);
            for (E entry : entries) {
                out.writeDouble(of.applyAsDouble(entry));
            }
        };
    }

    private <E> Column<E> wholes(ToIntFunction<E> of) {
        return entries -> {
            int[] values = entries.stream().mapToInt(of).toArray();
            int width = 1;
            for (int value : values) {
                int needed = value == (byte) value ? 1 : value == (short) value ? 2 : 4;
                width = Math.max(width, needed);
            }
            out.writeByte(width);
            for (int value : values) {
                switch (width) {
                    case 1 -> out.writeByte(value);
                    case 2 -> out.writeShort(value);
                    default -> out.writeInt(value);
                }
            }
        };
    }
}
