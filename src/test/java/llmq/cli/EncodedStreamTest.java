package llmq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What terminals get that do not read UTF-8: code pages of Windows, and older locales. */
class EncodedStreamTest {

    private static String shown(String text, Charset charset) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (EncodedStream stream = new EncodedStream(bytes, charset)) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toString(charset);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cp437        | ┌─┐│ · é ² ≤ ±    | ┌─┐│ · é ² ≤ ±
            cp437        | × − … → “a” β √n  | x - ... -> "a" beta √n
            cp850        | ┼ × ß ≤           | ┼ × ß <=
            cp1252       | ┌─┬┐ ├┤└┴┘┼ – … • | +-++ ++++++ – … •
            windows-1251 | é Ж ± ≈           | e Ж ± ~
            windows-1252 | Łódź 通义 🚀 ﬁ     | \\u0141ódz \\u901a\\u4e49 \\ud83d\\ude80 fi
            ISO-8859-1   | a 10⁻³ –          | a 10^-3 -
            """)
    void signsAreSpelledAndLettersWritten(String charset, String text, String expected) throws IOException {
        assertEquals(expected, shown(text, Charset.forName(charset)));
    }

    /** Of all that tests expect, nothing turns into a question mark, and what the code page has stays. */
    @ParameterizedTest
    @ValueSource(strings = {"cp437", "cp850", "cp1252", "windows-1251", "ISO-8859-1", "KOI8-R", "windows-31j"})
    void nothingExpectedBecomesAQuestionMark(String name) throws IOException {
        Charset charset = Charset.forName(name);
        List<Path> files;
        try (Stream<Path> paths = Files.walk(Path.of("src/test/resources/golden"))) {
            files = paths.filter(path -> path.toString().endsWith(".out")).collect(Collectors.toList());
        }
        assertTrue(files.size() > 20, "golden files: " + files.size());
        for (Path file : files) {
            String text = Files.readString(file);
            String shown = shown(text, charset);
            assertEquals(questions(text), questions(shown), file.toString());
            assertEquals(kept(text, charset), kept(shown, charset).substring(0, kept(text, charset).length()),
                    file.toString());
        }
    }

    private static long questions(String text) {
        return text.chars().filter(c -> c == '?' || c == '\ufffd').count();
    }

    /** The letters of other alphabets than the Latin that the character set has. */
    private static String kept(String text, Charset charset) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().filter(c -> c > 0x2FF && Character.isLetter(c) && charset.newEncoder()
                .canEncode(Character.toString(c))).forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
