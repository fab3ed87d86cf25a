package llmq.catalog;

/**
 * The sections of the binary catalog and the columns of each, in the order in which they are written. Whoever changes
 * anything here raises {@link #VERSION}.
 *
 * <p>There are two parts: the first {@link #CORE_SECTIONS} sections are the core, which every query needs, and the
 * others the rest. Each part: {@link #MAGIC}, {@link #VERSION}, how many sections; the texts: how many, 1 if all of
 * them are Latin-1 (else 0, and they are UTF-8), the length of their bytes, the end of each in characters, the bytes;
 * then each section: its rows, its columns, and each column as a byte that says its kind, then its cells. All numbers
 * are little-endian, so that a whole column is read by one copy.
 *
 * <p>A reference is the row it refers to, and −1 is none.
 */
final class CatalogLayout {
    static final int MAGIC = 0x514D4C4C;
    static final int VERSION = 2;

    /** A column without cells: all are 0. */
    static final int KIND_ZERO = 0;
    static final int KIND_BYTES = 1;
    static final int KIND_WHOLES = 4;
    static final int KIND_NUMBERS = 8;
    /** First its dictionary, as the place of the first text and how many; then codes, −1 for none. */
    static final int KIND_TEXTS = 5;

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
    static final int BENCHMARK_QUESTIONS = 6;
    static final int BENCHMARK_YEAR = 7;
    static final int BENCHMARK_SOURCE = 8;

    /** The columns are those of {@link ModelFields}, computed ones and benchmarks included. */
    static final int MODELS = 2;

    /** The status of each cell of a column of {@link #MODELS}, up to the benchmarks, all of which are reported. */
    static final int STATUSES = 3;

    /** For each benchmark two columns: kind of the score shown for each model, −1 for none, and its shots. */
    static final int PROTOCOLS = 4;

    /** Of the scores shown, those that were never checked against their source. */
    static final int UNCONFIRMED = 5;
    static final int UNCONFIRMED_MODEL = 0;
    static final int UNCONFIRMED_BENCHMARK = 1;

    static final int CORE_SECTIONS = 6;

    /** What else is known of each model. */
    static final int FACTS = 6;
    static final int FACT_HF_ID = 0;
    static final int FACT_NOTE = 1;
    /** Whether active_params is written on its own; else it follows params. */
    static final int FACT_OWN_ACTIVE = 2;
    static final int FACT_SOURCE_RELEASED = 3;
    static final int FACT_SOURCE_PARAMS = 4;
    static final int FACT_SOURCE_ACTIVE_PARAMS = 5;
    static final int FACT_SOURCE_TOKENS = 6;
    static final int FACT_SOURCE_FLOPS = 7;

    /** One column for each benchmark: the row of the score that the rule chose for each model. */
    static final int CHOSEN = 7;

    /** Sorted by model, then as in the data files. */
    static final int SCORES = 8;
    static final int SCORE_MODEL = 0;
    static final int SCORE_BENCHMARK = 1;
    static final int SCORE_VALUE = 2;
    static final int SCORE_SHOTS = 3;
    static final int SCORE_KIND = 4;
    static final int SCORE_SOURCE = 5;
    static final int SCORE_CONFIRMED = 6;
    static final int SCORE_NOTE = 7;

    static final int HARDWARE = 9;
    static final int HARDWARE_NAME = 0;
    static final int HARDWARE_VENDOR = 1;
    static final int HARDWARE_RELEASED = 2;
    static final int HARDWARE_PEAK = 3;
    static final int HARDWARE_MEMORY = 4;
    static final int HARDWARE_BANDWIDTH = 5;
    static final int HARDWARE_POWER = 6;
    static final int HARDWARE_SOURCE = 7;
    static final int HARDWARE_NOTE = 8;

    static final int SOURCES = 10;
    static final int SOURCE_KEY = 0;
    static final int SOURCE_TITLE = 1;
    static final int SOURCE_YEAR = 2;
    static final int SOURCE_URL = 3;
    static final int SOURCE_VIA = 4;
    static final int SOURCE_RECALLED = 5;

    private CatalogLayout() {
    }
}
