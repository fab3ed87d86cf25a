package llmq.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.LlmqException;
import llmq.load.LoadRequest.Mapping;
import llmq.load.RecordChunks.Chunk;

/**
 * Loads CSV and TSV. The first chunk tells the titles and the types; then all chunks, the first one again, are parsed
 * and converted by several threads, and put together in order.
 */
final class CsvLoader {
    private static final int SAMPLE_BYTES = 1 << 20;
    private static final int SAMPLE_ROWS = 10_000;
    private static final String TITLES = "the first line of a CSV or TSV file holds the titles of its columns";
    private static final int MOST_COLUMNS = 10_000;
    private static final int MOST_MEGABYTES = RecordChunks.LONGEST >> 20;

    private final InputFile file;
    private final char separator;
    private final List<Mapping> mappings;
    private final Watch watch;
    private final int threads;

    CsvLoader(InputFile file, char separator, List<Mapping> mappings, Watch watch, int threads) {
        this.file = file;
        this.separator = separator;
        this.mappings = mappings;
        this.watch = watch;
        this.threads = threads;
    }

    Loaded load() throws IOException {
        List<ColumnSpec> specs = null;
        while (true) {
            try (InputStream in = file.open()) {
                RecordChunks chunks = new RecordChunks(in, separator);
                Chunk first = firstChunk(chunks, SAMPLE_BYTES);
                if (specs == null) {
                    specs = specs(first, chunks.separator());
                }
                Collector collector = new Collector(specs);
                new CsvWork(this, chunks, specs, collector).run(first);
                List<ColumnSpec> corrected = file.isRepeatable() ? collector.corrected() : null;
                if (corrected == null) {
                    return collector.build();
                }
                specs = corrected;
            }
        }
    }

    /** The columns as the first records have them. @param bytes to read, or a little more where one is longer */
    List<ColumnSpec> columns(int bytes) throws IOException {
        try (InputStream in = file.open()) {
            RecordChunks chunks = new RecordChunks(in, separator);
            return specs(firstChunk(chunks, bytes), chunks.separator());
        }
    }

    private Chunk firstChunk(RecordChunks chunks, int most) throws IOException {
        long size = file.size();
        Chunk first = new Chunk(size < 0 ? most : (int) Math.min(most, size + 1));
        boolean any = chunks.next(first);
        file.requireText(first.bytes, first.length);
        if (!any) {
            throw file.empty(TITLES);
        }
        LlmqException fault = fault(first, 0);
        if (fault != null) {
            throw fault;
        }
        return first;
    }

    private List<ColumnSpec> specs(Chunk first, char found) {
        CsvSample sample = new CsvSample();
        int records = 0;
        try {
            for (Boolean record : parser(sample, first, found)) {
                if (!record || ++records > SAMPLE_ROWS) {
                    break;
                }
            }
        } catch (CsvParseException e) {
            throw malformed(e, sample.line());
        } catch (UncheckedIOException e) {
            throw isNotText(e) ? notText(first, 0) : e;
        }
        List<String> titles = sample.titles();
        if (titles.isEmpty()) {
            throw file.empty(TITLES);
        }
        if (titles.size() > MOST_COLUMNS) {
            throw file.malformed("its first line has " + titles.size() + " cells, and a table may have " + MOST_COLUMNS
                    + " columns", "check that rows are separated by line ends").toException();
        }
        Names names = new Names(mappings);
        List<ColumnSpec> specs = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            Names.Named named = names.next(titles.get(i), titles);
            specs.add(ColumnSpec.of(named.name(), named.title(), named.mapping() == null ? null
                    : named.mapping().unit(),
                    sample.evidence().get(i)));
        }
        names.requireAllFound(titles);
        return specs;
    }

    /** A reader of a chunk that throws a {@link CharacterCodingException} where the bytes are not UTF-8. */
    static <T> CsvReader<T> parser(CsvCallbackHandler<T> handler, Chunk chunk, char separator) {
        InputStream bytes = new ByteArrayInputStream(chunk.bytes, 0, chunk.length);
        return CsvReader.builder().fieldSeparator(separator).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(2 * RecordChunks.LONGEST).build(handler, new InputStreamReader(bytes, UTF_8.newDecoder()));
    }

    static boolean isNotText(UncheckedIOException e) {
        return e.getCause() instanceof CharacterCodingException;
    }

    /** Where the first bytes of a chunk are that are not UTF-8. */
    LlmqException notText(Chunk chunk, long linesBefore) {
        ByteBuffer bytes = ByteBuffer.wrap(chunk.bytes, 0, chunk.length);
        CharsetDecoder decoder = UTF_8.newDecoder();
        CharBuffer characters = CharBuffer.allocate(8192);
        while (decoder.decode(bytes, characters, true).isOverflow()) {
            characters.clear();
        }
        long line = linesBefore + 1;
        for (int i = 0; i < bytes.position(); i++) {
            line += chunk.bytes[i] == '\n' ? 1 : 0;
        }
        return file.cannotRead("line " + line + " is not UTF-8", "convert it: iconv -f latin1 -t utf-8").toException();
    }

    /** What is wrong with a chunk as a whole, {@code null} if nothing is. */
    LlmqException fault(Chunk chunk, long linesBefore) {
        if (chunk.openQuote >= 0) {
            long line = linesBefore + 1;
            for (int i = 0; i < chunk.openQuote; i++) {
                line += chunk.bytes[i] == '\n' ? 1 : 0;
            }
            return file.malformed("the quote that opens in line " + line + " is "
                    + (chunk.tooLong ? "not closed within " + MOST_MEGABYTES + " megabytes" : "never closed"),
                    "close it, or double it if it belongs to the text").toException();
        }
        if (chunk.tooLong) {
            return file.malformed("line " + (linesBefore + 1) + " is longer than " + MOST_MEGABYTES
                    + " megabytes", "check that rows are separated by line ends").toException();
        }
        return null;
    }

    /** The parser's complaint in words; what it only passes on from elsewhere is thrown as it is. */
    LlmqException malformed(CsvParseException e, long line) {
        if (e.getCause() instanceof Error other) {
            throw other;
        }
        if (e.getCause() instanceof RuntimeException other && !(other instanceof CsvParseException)) {
            throw other;
        }
        return file.malformed("in line " + line + " text follows a closing quote",
                "within quotes, a quote is written twice").toException();
    }

    void look() {
        watch.look();
    }

    int threads() {
        return threads;
    }
}
