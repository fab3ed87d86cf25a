package llmq.catalog;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.value.Unit;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads a folder of data files: {@code catalog.yaml}, {@code benchmarks.yaml}, {@code hardware.yaml},
 * {@code sources.yaml} and {@code models/*.yaml}. What it checks is each entry by itself (keys, kinds of value);
 * what holds between entries is for {@link CatalogAudit}.
 */
public final class CatalogReader {
    private static final List<String> ARCHITECTURES = List.of("dense", "moe", "hybrid", "rnn");

    private final Path folder;
    private final List<Diagnostic> faults = new ArrayList<>();

    private CatalogReader(Path folder) {
        this.folder = folder;
    }

    /**
     * The entries of all files, models in the order of their files' names.
     *
     * @throws LlmqException E301 where a file cannot be read, E402 for every fault in the files, all at once
     */
    public static CatalogData read(Path folder) {
        return new CatalogReader(folder).read();
    }

    private CatalogData read() {
        if (!Files.isDirectory(folder)) {
            throw Diagnostic.of(ErrorCode.E301, "cannot read the catalog: '" + folder + "' is not a folder")
                    .toException();
        }
        String version = "";
        double collected = Double.NaN;
        String about = "";
        YamlFile main = open("catalog.yaml");
        YamlMap whole = main == null ? null : wholeOf(main);
        if (whole != null) {
            version = whole.need("version");
            collected = whole.date("collected");
            about = whole.need("about");
            whole.close();
        }
        List<BenchmarkEntry> benchmarks = new ArrayList<>();
        for (YamlMap map : entries("benchmarks.yaml")) {
            benchmarks.add(benchmark(map));
        }
        List<HardwareEntry> hardware = new ArrayList<>();
        for (YamlMap map : entries("hardware.yaml")) {
            hardware.add(hardware(map));
        }
        List<SourceEntry> sources = new ArrayList<>();
        for (YamlMap map : entries("sources.yaml")) {
            sources.add(source(map));
        }
        List<ModelEntry> models = new ArrayList<>();
        for (String name : modelFiles()) {
            for (YamlMap map : entries(name)) {
                models.add(model(map));
            }
        }
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparing((Diagnostic fault) -> fault.source() == null ? "" : fault.source().name())
                    .thenComparing(fault -> fault.span() == null ? 0 : fault.span().start()));
            throw new LlmqException(faults);
        }
        return new CatalogData(version, collected, about, models, benchmarks, hardware, sources, whole.place());
    }

    private static YamlMap wholeOf(YamlFile file) {
        Node root = file.root();
        return root == null ? null : file.map(root);
    }

    private List<YamlMap> entries(String name) {
        YamlFile file = open(name);
        return file == null ? List.of() : file.list();
    }

    private YamlFile open(String name) {
        try {
            String text = Files.readString(folder.resolve(name));
            return new YamlFile(new SourceText(name, text.startsWith("\uFEFF") ? text.substring(1) : text), faults);
        } catch (CharacterCodingException notText) {
            faults.add(Diagnostic.of(ErrorCode.E301, "cannot read '" + name + "' of the catalog: not UTF-8 text"));
        } catch (IOException absent) {
            faults.add(Diagnostic.of(ErrorCode.E301, "cannot read '" + name + "' of the catalog in '" + folder + "'"));
        }
        return null;
    }

    private List<String> modelFiles() {
        Path models = folder.resolve("models");
        if (!Files.isDirectory(models)) {
            faults.add(Diagnostic.of(ErrorCode.E301, "the catalog in '" + folder + "' has no folder 'models'"));
            return List.of();
        }
        try (Stream<Path> files = Files.list(models)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml")).sorted()
                    .map(name -> "models/" + name).toList();
        } catch (IOException unreadable) {
            faults.add(Diagnostic.of(ErrorCode.E301, "cannot read the folder '" + models + "'"));
            return List.of();
        }
    }

    private static ModelEntry model(YamlMap map) {
        String id = map.need("id");
        String name = map.need("name");
        String org = map.need("org");
        String family = map.need("family");
        Figure released = map.figure("released", true);
        map.need("open");
        boolean open = map.truth("open", false);
        String license = map.text("license");
        String architecture = map.choice("architecture", ARCHITECTURES);
        Figure params = map.figure("params", false);
        Figure active = map.figure("active_params", false);
        Figure tokens = map.figure("tokens", false);
        Figure flops = map.figure("flops", false);
        double context = map.number("context");
        String hfId = map.text("hf_id");
        String note = map.text("note");
        List<ScoreEntry> scores = new ArrayList<>();
        for (YamlMap score : map.list("scores")) {
            scores.add(score(score));
        }
        map.close();
        Figure absent = Figure.absent(map.place());
        return new ModelEntry(id, name, org, family, released == null ? absent : released, open, license, architecture,
                params == null ? absent : params, active, tokens == null ? absent : tokens,
                flops == null ? absent : flops, context, hfId, note, scores, map.place());
    }

    private static ScoreEntry score(YamlMap map) {
        String benchmark = map.need("benchmark");
        double score = map.needNumber("score");
        int shots = map.whole("shots");
        List<String> words = List.of(ScoreKind.words());
        map.need("kind");
        String word = map.choice("kind", words);
        ScoreKind kind = word == null ? ScoreKind.THIRD_PARTY : ScoreKind.values()[words.indexOf(word)];
        String source = map.need("source");
        boolean confirmed = map.truth("confirmed", true);
        String note = map.text("note");
        map.close();
        return new ScoreEntry(benchmark, score, shots, kind, source, confirmed, note, map.place());
    }

    private static BenchmarkEntry benchmark(YamlMap map) {
        String benchmark = map.need("benchmark");
        String name = map.need("name");
        String measures = map.need("measures");
        map.need("unit");
        String unit = map.choice("unit", List.of("percent", "Elo"));
        double chance = map.number("chance");
        double max = map.number("max");
        int usualShots = map.whole("usual_shots");
        double questions = map.number("questions");
        double year = map.number("year");
        String source = map.need("source");
        map.close();
        return new BenchmarkEntry(benchmark, name, measures, "Elo".equals(unit), chance, max, usualShots, questions,
                year, source, map.place());
    }

    private static HardwareEntry hardware(YamlMap map) {
        String name = map.need("name");
        String vendor = map.need("vendor");
        double released = map.date("released");
        double peak = map.quantity("peak_bf16", Unit.FLOP.per(Unit.SECOND), "312 TFLOP/s");
        double memory = map.quantity("memory", Unit.BYTE, "80 GB");
        double bandwidth = map.quantity("bandwidth", Unit.BYTE.per(Unit.SECOND), "2039 GB/s");
        double power = map.quantity("power", Unit.WATT, "400 W");
        String source = map.need("source");
        String note = map.text("note");
        map.close();
        return new HardwareEntry(name, vendor, released, peak, memory, bandwidth, power, source, note, map.place());
    }

    private static SourceEntry source(YamlMap map) {
        String key = map.need("key");
        String title = map.need("title");
        double year = map.number("year");
        String url = map.need("url");
        String via = map.text("via");
        boolean recalled = map.truth("recalled", false);
        map.close();
        return new SourceEntry(key, title, year, url, via, recalled, map.place());
    }
}
