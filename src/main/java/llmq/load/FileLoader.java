package llmq.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import llmq.diagnostic.LlmqException;
import llmq.table.Field;
import llmq.table.Schema;

/**
 * Loads a file. The format is told by the ending: {@code .csv .tsv .json .ndjson .jsonl}, each also with {@code .gz};
 * text is UTF-8.
 *
 * <p>A column is of numbers, dates or truth values when nine in ten of its known cells read so, else of text; what
 * then does not read is unknown, reported and counted. Empty cells, {@code NA}, {@code N/A}, {@code null},
 * {@code NaN}, {@code -} and {@code ?} are unknown without a word. A column that holds nothing at all is text.
 */
public final class FileLoader {
    private static final int FIRST_BYTES = 1 << 16;

    private final LongSupplier nanoClock;
    private final int threads;

    /**
     * @param nanoClock such as {@link System#nanoTime}
     * @param threads   how many may work on one file, the caller's among them
     */
    public FileLoader(LongSupplier nanoClock, int threads) {
        this.nanoClock = nanoClock;
        this.threads = Math.max(1, threads);
    }

    /** The endings of names that a file to load may have; what is compressed has another before its own. */
    public static List<String> endings() {
        return FileFormat.endings();
    }

    /**
     * The whole file as a table.
     *
     * @param cancelled asked now and then, on the caller's thread; once true, the load ends with E203
     * @throws LlmqException E007 a field or a column twice in the mappings · E203 · E301 no such file, a folder, not
     *                       readable, not text · E303 another ending · E304 breaks the rules of its format · E305 a
     *                       mapping names a column that the file lacks
     */
    public Loaded load(LoadRequest request, LoadProgress progress, BooleanSupplier cancelled) {
        FileFormat format = FileFormat.of(request.path());
        InputFile file = new InputFile(request, format);
        Watch watch = new Watch(file, progress, cancelled, nanoClock);
        try {
            return switch (format.kind()) {
                case CSV -> new CsvLoader(file, RecordChunks.UNDECIDED, request.mappings(), watch, threads).load();
                case TSV -> new CsvLoader(file, '\t', request.mappings(), watch, threads).load();
                case JSON -> new JsonLoader(file, false, request.mappings(), watch).load();
                case NDJSON -> new JsonLoader(file, true, request.mappings(), watch).load();
            };
        } catch (IOException e) {
            throw file.failure(e);
        } catch (UncheckedIOException e) {
            throw file.failure(e.getCause());
        } catch (OutOfMemoryError e) {
            throw file.cannotRead("it does not fit into the memory that Java may use",
                    "allow more, for instance with JAVA_TOOL_OPTIONS=-Xmx8g").toException();
        }
    }

    /**
     * The columns of a CSV or TSV file, of which only the first lines are read; {@code null} for other files, for what
     * is no plain file, and where it cannot be read.
     */
    public static Schema columns(String path, Path directory) {
        try {
            LoadRequest request = new LoadRequest(path, directory, List.of());
            FileFormat format = FileFormat.of(path);
            InputFile file = new InputFile(request, format);
            boolean plain = file.isRepeatable()
                    && (format.kind() == FileFormat.Kind.CSV || format.kind() == FileFormat.Kind.TSV);
            if (!plain) {
                return null;
            }
            char separator = format.kind() == FileFormat.Kind.TSV ? '\t' : RecordChunks.UNDECIDED;
            List<Field> fields = new ArrayList<>();
            for (ColumnSpec column : new CsvLoader(file, separator, List.of(), null, 1).columns(FIRST_BYTES)) {
                fields.add(column.field());
            }
            return new Schema(fields);
        } catch (LlmqException | IOException | UncheckedIOException e) {
            return null;
        }
    }
}
