package llmq.catalog;

import java.util.ArrayList;
import java.util.List;
import llmq.table.Field;
import llmq.table.ScoreScale;
import llmq.value.Type;
import llmq.value.Unit;

/** The registry of the fields of {@code models}: these, then one for each benchmark of the catalog. */
final class ModelFields {
    static final int ID = 0;
    static final int NAME = 1;
    static final int ORG = 2;
    static final int FAMILY = 3;
    static final int RELEASED = 4;
    static final int OPEN = 5;
    static final int LICENSE = 6;
    static final int ARCHITECTURE = 7;
    static final int PARAMS = 8;
    static final int ACTIVE_PARAMS = 9;
    static final int TOKENS = 10;
    static final int FLOPS = 11;
    static final int FLOPS_REPORTED = 12;
    static final int FLOPS_6ND = 13;
    static final int FLOPS_6ND_TOTAL = 14;
    static final int CONTEXT = 15;
    /** The first benchmark's field. */
    static final int BENCHMARKS = 16;

    static final String FORMULA = "6 · active_params · tokens";
    static final String FORMULA_TOTAL = "6 · params · tokens";

    private static final FieldInfo[] FIXED = {
        text("id", "short name, the same from one catalog to the next", "given by this catalog"),
        text("name", "the name its makers gave it, with its size", "published by the makers"),
        text("org", "who made it", "published by the makers"),
        text("family", "the line of models it belongs to", "given by this catalog"),
        new FieldInfo(new Field("released", Type.DATE, Unit.NONE,
                "day the weights were made public; of a closed model, the day it was announced", null),
                "published by the makers", true),
        new FieldInfo(new Field("open", Type.BOOLEAN, Unit.NONE, "whether its weights can be downloaded", null),
                "published by the makers", false),
        text("license", "license of the weights, an SPDX identifier where there is one", "published by the makers"),
        text("architecture", "dense, moe (mixture of experts), hybrid (attention and recurrence) or rnn",
                "published by the makers"),
        number("params", Unit.PARAMETER, "weights in all, embeddings included where the makers count them",
                "published figure", true),
        number("active_params", Unit.PARAMETER, "weights used for each token; all of them unless it is a mixture of"
                + " experts", "published figure", true),
        number("tokens", Unit.TOKEN, "training tokens seen, repeats included, pretraining only", "published figure",
                true),
        number("flops", Unit.FLOP, "training compute",
                "the published figure where there is one, else " + FORMULA, true),
        number("flops_reported", Unit.FLOP, "training compute as published; never computed here", "published figure",
                false),
        number("flops_6nd", Unit.FLOP, "training compute by the rule of thumb, from the weights in use", FORMULA,
                false),
        number("flops_6nd_total", Unit.FLOP, "training compute by the rule of thumb, from all weights",
                FORMULA_TOTAL, false),
        number("context", Unit.TOKEN, "longest context it was trained on", "published by the makers", true),
    };

    private ModelFields() {
    }

    private static FieldInfo text(String name, String summary, String origin) {
        return new FieldInfo(new Field(name, Type.TEXT, Unit.NONE, summary, null), origin, false);
    }

    private static FieldInfo number(String name, Unit unit, String summary, String origin, boolean assumable) {
        return new FieldInfo(new Field(name, Type.NUMBER, unit, summary, null), origin, assumable);
    }

    /** Whether a benchmark of this name would hide a field that every catalog has. */
    static boolean isFixed(String name) {
        for (FieldInfo info : FIXED) {
            if (info.field().name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    static List<FieldInfo> of(CatalogImage image) {
        CatalogImage.Section benchmarks = image.section(CatalogLayout.BENCHMARKS);
        List<FieldInfo> fields = new ArrayList<>(List.of(FIXED));
        for (int row = 0; row < benchmarks.rows(); row++) {
            fields.add(new FieldInfo(benchmark(benchmarks, row), "of the published scores, " + ScoreRule.TEXT, true));
        }
        return List.copyOf(fields);
    }

    private static Field benchmark(CatalogImage.Section benchmarks, int row) {
        ScoreScale scale = new ScoreScale(benchmarks.number(CatalogLayout.BENCHMARK_CHANCE, row),
                benchmarks.number(CatalogLayout.BENCHMARK_MAX, row),
                benchmarks.number(CatalogLayout.BENCHMARK_QUESTIONS, row));
        boolean rating = benchmarks.truth(CatalogLayout.BENCHMARK_RATING, row);
        String summary = benchmarks.text(CatalogLayout.BENCHMARK_NAME, row) + ": "
                + benchmarks.text(CatalogLayout.BENCHMARK_MEASURES, row);
        return new Field(benchmarks.text(CatalogLayout.BENCHMARK_ID, row), Type.NUMBER,
                rating ? Unit.RATING : Unit.PERCENT, summary, scale);
    }
}
