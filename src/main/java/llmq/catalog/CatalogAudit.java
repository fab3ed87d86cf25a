package llmq.catalog;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.SourceText;
import llmq.diagnostic.Span;
import llmq.value.Dates;

/** Looks for what is wrong between the entries of a catalog, or unlikely in one of them. */
public final class CatalogAudit {
    /** How far published compute may lie from 6 · active_params · tokens, either way, without a note. */
    private static final double COMPUTE_RATIO = 3;
    /** How far below guessing a score may lie before it looks like a mistake, in points. */
    private static final double BELOW_CHANCE = 10;

    private final CatalogData data;
    private final Set<String> sources = new HashSet<>();
    private final Map<String, BenchmarkEntry> benchmarks = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private CatalogAudit(CatalogData data) {
        this.data = data;
        for (SourceEntry source : data.sources()) {
            sources.add(source.key());
        }
        for (BenchmarkEntry benchmark : data.benchmarks()) {
            benchmarks.put(benchmark.benchmark(), benchmark);
        }
    }

    /** One thing found, and where. */
    public record Finding(Place place, String what) {
        public Diagnostic diagnostic() {
            return Diagnostic.at(ErrorCode.E402, place.source(), place.span(), what);
        }

        @Override
        public String toString() {
            return place + ": " + what;
        }
    }

    /**
     * Everything found, file by file from top to bottom.
     *
     * @param today the last day that may stand in the catalog
     */
    public static List<Finding> check(CatalogData data, LocalDate today) {
        CatalogAudit audit = new CatalogAudit(data);
        audit.references();
        audit.values(Dates.days(today));
        return audit.sorted();
    }

    /** Only what keeps a catalog from being used at all: ids that stand twice and references that lead nowhere. */
    static List<Finding> broken(CatalogData data) {
        CatalogAudit audit = new CatalogAudit(data);
        audit.references();
        return audit.sorted();
    }

    private List<Finding> sorted() {
        findings.sort(Comparator.comparing((Finding finding) -> finding.place().file())
                .thenComparing(finding -> finding.place().span().start()));
        return List.copyOf(findings);
    }

    private void found(Place place, String what) {
        findings.add(new Finding(place, what));
    }

    private void references() {
        Map<String, Place> ids = new HashMap<>();
        for (BenchmarkEntry benchmark : data.benchmarks()) {
            unique(ids, benchmark.benchmark(), "benchmark", benchmark.place());
            if (!isFieldName(benchmark.benchmark())) {
                found(benchmark.place(), "benchmark '" + benchmark.benchmark() + "' cannot be the name of a field:"
                        + " lower-case letters, digits and _, and no field that models has already");
            }
            source(benchmark.source(), benchmark.place());
        }
        ids.clear();
        for (SourceEntry source : data.sources()) {
            unique(ids, source.key(), "source", source.place());
            source(source.via(), source.place());
        }
        ids.clear();
        for (HardwareEntry hardware : data.hardware()) {
            unique(ids, hardware.name(), "hardware", hardware.place());
            source(hardware.source(), hardware.place());
        }
        ids.clear();
        Map<String, Place> names = new HashMap<>();
        for (ModelEntry model : data.models()) {
            unique(ids, model.id(), "model id", model.place());
            unique(names, model.name(), "model name", model.place());
            for (Figure figure : figures(model)) {
                source(figure.source(), figure.place());
            }
            for (ScoreEntry score : model.scores()) {
                source(score.source(), score.place());
                if (!benchmarks.containsKey(score.benchmark())) {
                    found(score.place(), "no benchmark '" + score.benchmark() + "' in benchmarks.yaml");
                }
            }
        }
    }

    private void unique(Map<String, Place> seen, String id, String what, Place place) {
        Place first = seen.putIfAbsent(id.toLowerCase(Locale.ROOT), place);
        if (first != null) {
            found(place, what + " '" + id + "' stands already at " + first.file() + ":" + first.line());
        }
    }

    private void source(String key, Place place) {
        if (key != null && !sources.contains(key)) {
            found(place, "no source '" + key + "' in sources.yaml");
        }
    }

    private static boolean isFieldName(String name) {
        boolean good = !name.isEmpty() && !ModelFields.isFixed(name);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            good &= c >= 'a' && c <= 'z' || i > 0 && (c >= '0' && c <= '9' || c == '_');
        }
        return good;
    }

    private static List<Figure> figures(ModelEntry model) {
        List<Figure> figures = new ArrayList<>(List.of(model.released(), model.params(), model.tokens(),
                model.flops()));
        if (model.activeParams() != null) {
            figures.add(model.activeParams());
        }
        return figures;
    }

    private void values(double today) {
        white(data.place(), data.version(), data.about());
        if (!isVersion(data.version())) {
            found(data.place(), "version '" + data.version() + "' is not a year and a month, such as 2026.11");
        }
        future(data.collected(), today, data.place(), "date");
        for (BenchmarkEntry benchmark : data.benchmarks()) {
            white(benchmark.place(), benchmark.benchmark(), benchmark.name(), benchmark.measures());
            future(benchmark.year(), Dates.date(today).getYear(), benchmark.place(), "year");
        }
        for (SourceEntry source : data.sources()) {
            white(source.place(), source.key(), source.title(), source.url());
            future(source.year(), Dates.date(today).getYear(), source.place(), "year");
        }
        for (HardwareEntry hardware : data.hardware()) {
            white(hardware.place(), hardware.name(), hardware.vendor(), hardware.note());
            future(hardware.released(), today, hardware.place(), "date");
        }
        for (ModelEntry model : data.models()) {
            model(model, today);
        }
        for (SourceText text : texts()) {
            lineEnds(text);
        }
    }

    private static boolean isVersion(String version) {
        try {
            YearMonth.parse(version.replace('.', '-'));
            return version.length() == 7 && version.charAt(4) == '.';
        } catch (DateTimeException none) {
            return false;
        }
    }

    private Set<SourceText> texts() {
        Set<SourceText> texts = new LinkedHashSet<>();
        texts.add(data.place().source());
        data.benchmarks().forEach(entry -> texts.add(entry.place().source()));
        data.sources().forEach(entry -> texts.add(entry.place().source()));
        data.hardware().forEach(entry -> texts.add(entry.place().source()));
        data.models().forEach(entry -> texts.add(entry.place().source()));
        return texts;
    }

    private void lineEnds(SourceText source) {
        String text = source.text();
        for (int start = 0; start < text.length();) {
            int end = source.lineEnd(start);
            int last = end;
            while (last > start && (text.charAt(last - 1) == ' ' || text.charAt(last - 1) == '\t')) {
                last--;
            }
            if (last < end) {
                found(new Place(source, new Span(last, end)), "stray white space at the end of the line");
            }
            int next = text.indexOf('\n', end);
            start = next < 0 ? text.length() : next + 1;
        }
    }

    private void model(ModelEntry model, double today) {
        white(model.place(), model.id(), model.name(), model.org(), model.family(), model.license(), model.hfId(),
                model.note());
        future(model.released().value(), today, model.released().place(), "date");
        for (Figure figure : figures(model)) {
            status(figure);
        }
        if (model.activeParams() != null && model.activeParams().value() > model.params().value()) {
            found(model.activeParams().place(), "more active parameters than parameters in all");
        }
        double ratio = model.flops().value() / (6 * model.active().value() * model.tokens().value());
        if (model.note() == null && (ratio > COMPUTE_RATIO || ratio < 1 / COMPUTE_RATIO)) {
            found(model.flops().place(), "published compute is " + plain(Math.round(ratio * 100) / 100.0)
                    + " times 6 · active_params · tokens, and no note says why");
        }
        for (ScoreEntry score : model.scores()) {
            score(score);
        }
    }

    private void status(Figure figure) {
        if (figure.isKnown() && figure.status() == FigureStatus.UNDISCLOSED) {
            found(figure.place(), "status is undisclosed, yet there is a value");
        } else if (!figure.isKnown() && figure.status() != FigureStatus.UNDISCLOSED) {
            found(figure.place(), "status is " + figure.status().word() + ", yet there is no value");
        } else if (figure.isKnown() && figure.source() == null) {
            found(figure.place(), "a value without a source");
        }
    }

    private void score(ScoreEntry score) {
        BenchmarkEntry benchmark = benchmarks.get(score.benchmark());
        if (benchmark == null || benchmark.rating()) {
            return;
        }
        double low = benchmark.chance() == benchmark.chance() ? Math.max(0, benchmark.chance() - BELOW_CHANCE) : 0;
        double high = benchmark.max() == benchmark.max() ? benchmark.max() : 100;
        boolean outside = score.score() < low || score.score() > high;
        if (outside && score.note() == null) {
            found(score.place(), "score " + plain(score.score()) + " on " + score.benchmark() + " lies outside "
                    + plain(low) + " to " + plain(high) + ", and no note says why");
        }
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private void future(double value, double last, Place place, String what) {
        if (value > last) {
            found(place, "the " + what + " lies in the future");
        }
    }

    private void white(Place place, String... texts) {
        for (String text : texts) {
            if (text != null && (!text.equals(text.strip()) || text.contains("  ") || text.contains("\t"))) {
                found(place, "stray white space in '" + text + "'");
            }
        }
    }
}
