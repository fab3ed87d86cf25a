package llmq.catalog;

/**
 * The sections of the binary catalog and the columns of each, in the order in which they are written. Whoever changes
 * anything here raises {@link #VERSION}.
 *
 * <p>The file: {@link #MAGIC}, {@link #VERSION}; the number of texts, the end of each in the texts' bytes, the bytes
 * (UTF-8, no text twice); then each section: its rows, its columns, and each column as one byte that says how wide a
 * cell is (1, 2 or 4 for whole numbers, 8 for doubles) before its cells. All numbers are big-endian. A text's cell is
 * its place among the texts, a reference's the row it refers to; −1 is none.
 */
final class CatalogLayout {
    static final int MAGIC = 0x4C4C4D51;
    static final int VERSION = 1;

    /** One row: the catalog itself. */
    static final int WHOLE = 0;
    static final int WHOLE_VERSION = 0;
    static final int WHOLE_ABOUT = 1;
    static final int WHOLE_COLLECTED = 2;

    static final int BENCHMARKS = 1;
    static final int BENCHMARK_ID = 0;
    static final int BENCHMARK_NAME = 1;
    static final int BENCHMARK_MEASURES = 2;
    static final int BENCHMARK_RATING = 3;
    static final int BENCHMARK_CHANCE = 4;
    static final int BENCHMARK_MAX = 5;
    static final int BENCHMARK_SHOTS = 6;
    static final int BENCHMARK_QUESTIONS = 7;
    static final int BENCHMARK_YEAR = 8;
    static final int BENCHMARK_SOURCE = 9;

    static final int MODELS = 2;
    static final int MODEL_ID = 0;
    static final int MODEL_NAME = 1;
    static final int MODEL_ORG = 2;
    static final int MODEL_FAMILY = 3;
    static final int MODEL_OPEN = 4;
    static final int MODEL_LICENSE = 5;
    static final int MODEL_ARCHITECTURE = 6;
    static final int MODEL_CONTEXT = 7;
    static final int MODEL_HF_ID = 8;
    static final int MODEL_NOTE = 9;
    /** Whether active_params is written on its own; else it follows params. */
    static final int MODEL_OWN_ACTIVE = 10;
    /** From here on {@link #FIGURES} columns of values, then as many of statuses, then as many of sources. */
    static final int MODEL_FIGURES = 11;
    static final int FIGURES = 5;
    static final int RELEASED = 0;
    static final int PARAMS = 1;
    static final int ACTIVE_PARAMS = 2;
    static final int TOKENS = 3;
    static final int FLOPS = 4;

    /** One row for each benchmark and model, benchmark by benchmark: the row of the score that the rule chose. */
    static final int CHOSEN = 3;
    static final int CHOSEN_SCORE = 0;

    /** Sorted by model, then as in the data files. */
    static final int SCORES = 4;
    static final int SCORE_MODEL = 0;
    static final int SCORE_BENCHMARK = 1;
    static final int SCORE_VALUE = 2;
    static final int SCORE_SHOTS = 3;
    static final int SCORE_KIND = 4;
    static final int SCORE_SOURCE = 5;
    static final int SCORE_CONFIRMED = 6;

    static final int HARDWARE = 5;
    static final int HARDWARE_NAME = 0;
    static final int HARDWARE_VENDOR = 1;
    static final int HARDWARE_RELEASED = 2;
    static final int HARDWARE_PEAK = 3;
    static final int HARDWARE_MEMORY = 4;
    static final int HARDWARE_BANDWIDTH = 5;
    static final int HARDWARE_POWER = 6;
    static final int HARDWARE_SOURCE = 7;
    static final int HARDWARE_NOTE = 8;

    static final int SOURCES = 6;
    static final int SOURCE_KEY = 0;
    static final int SOURCE_TITLE = 1;
    static final int SOURCE_YEAR = 2;
    static final int SOURCE_URL = 3;
    static final int SOURCE_VIA = 4;
    static final int SOURCE_RECALLED = 5;

    static final int SECTIONS = 7;

    private CatalogLayout() {
    }
}
