package llmq.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import llmq.load.RecordChunks.Chunk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordChunksTest {
    private static final String PIECES = "aaab,,,\"\"\"\"\n\n\r é";

    private static String escaped(String text) {
        return text.replace("\n", "\\n").replace("\r", "\\r");
    }

    private static List<String> records(String text) {
        List<String> records = new ArrayList<>();
        for (CsvRecord record : CsvReader.builder().extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE).ofCsvRecord(text)) {
            records.add(escaped(record.getFields().toString()));
        }
        return records;
    }

    private static List<String> chunks(String text, char separator, int size) throws IOException {
        RecordChunks chunks = new RecordChunks(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), separator);
        List<String> pieces = new ArrayList<>();
        Chunk chunk = new Chunk(size);
        while (chunks.next(chunk)) {
            assertEquals(pieces.size(), chunk.index);
            pieces.add(new String(chunk.bytes, 0, chunk.length, StandardCharsets.UTF_8));
        }
        return pieces;
    }

    /** Of any text at all that the parser takes, the chunks one by one give the records of the whole. */
    @Test
    void recordsStayWhole() throws IOException {
        Random random = new Random(4);
        int taken = 0;
        int cut = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(40);
            for (int j = 0; j < length; j++) {
                text.append(PIECES.charAt(random.nextInt(PIECES.length())));
            }
            List<String> whole;
            try {
                whole = records(text.toString());
            } catch (CsvParseException e) {
                continue;
            }
            List<String> pieces = chunks(text.toString(), ',', 1 + random.nextInt(12));
            assertEquals(text.toString(), String.join("", pieces));
            List<String> one = new ArrayList<>();
            for (String piece : pieces) {
                one.addAll(records(piece));
            }
            assertEquals(whole, one, () -> "of " + escaped(text.toString()) + " in " + escaped(pieces.toString()));
            taken++;
            cut += pieces.size() > 1 ? 1 : 0;
        }
        assertTrue(taken > 20_000 && cut > 10_000, "too few cases: " + taken + ", " + cut);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"a,b;c | ,", "a;b | ;", "a | ,", "'\"a,b\";c' | ;", "'\"a;b\"' | ,"})
    void theSeparatorOfTheFirstLine(String line, String separator) throws IOException {
        byte[] bytes = (line + "\n,,,;;;;").getBytes(StandardCharsets.UTF_8);
        RecordChunks chunks = new RecordChunks(new ByteArrayInputStream(bytes), RecordChunks.UNDECIDED);
        assertTrue(chunks.next(new Chunk(100)));
        assertEquals(separator.charAt(0), chunks.separator());
    }
}
