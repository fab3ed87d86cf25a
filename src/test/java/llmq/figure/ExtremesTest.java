package llmq.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Random;
import llmq.diagnostic.LlmqException;
import llmq.plot.PictureFormat;
import llmq.render.Printers;
import llmq.result.Format;
import llmq.result.Result;
import llmq.text.Style;
import llmq.text.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever numbers a file holds, there is a picture of them, and at once. */
class ExtremesTest {
    private static final double[] EDGES = {0, -0.0, 1, -1, 1e-320, 2e-320, Double.MIN_VALUE, -Double.MIN_VALUE,
        Double.MIN_NORMAL, Double.MAX_VALUE, -Double.MAX_VALUE, 1e308, -1e308, 1e-308, 1e250, 1e-250, -1e250,
        Math.nextUp(1.0), Math.nextDown(1.0), 1e15, 1e15 + 1, 1e16, 9.2e18, 9.3e18, 1e-9, 1e6 + 1e-9};
    private static final String[] PICTURES = {"plot y against x for t", "plot y against x for t log x, y with frontier",
        "plot x for t", "plot x for t log x", "plot x per c for t", "plot x per c for t log y", "plot avg(x) per c for t",
        "plot avg(x) per c for t log y", "plot y per x for t", "plot sum(y) per x for t", "plot day for t",
        "plot y against day for t color by c label by c", "plot day against x for t size by y",
        "plot x per day for t", "plot day per c for t", "plot max(x) per day for t", "plot c for t",
        "fit y on x for t as f; plot fit f with band, interval"};

    @TempDir
    Path directory;

    @Test
    void ofTheEdgesOfNumbers() throws IOException {
        double[][] rows = new double[EDGES.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {EDGES[i], EDGES[(7 * i + 3) % rows.length], 0};
        }
        draw(rows);
        for (int i = 0; i < EDGES.length; i += 2) {
            double edge = EDGES[i];
            draw(new double[][] {{edge, 1, 0}, {finite(Math.nextUp(edge)), 2, 20_000},
                {finite(Math.nextDown(edge)), edge, -20_000}});
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void ofAnything(long seed) throws IOException {
        Random random = new Random(seed);
        double[][] rows = new double[random.nextInt(40)][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {number(random), number(random), random.nextInt(2_000_000) - 1_000_000};
        }
        draw(rows);
    }

    private static double number(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> EDGES[random.nextInt(EDGES.length)];
            case 1 -> finite(Double.longBitsToDouble(random.nextLong()));
            case 2 -> Math.pow(10, 400 * random.nextDouble() - 200);
            default -> 100 * random.nextDouble();
        };
    }

    private static double finite(double value) {
        return value - value == 0 ? value : 0;
    }

    private void draw(double[][] rows) throws IOException {
        StringBuilder csv = new StringBuilder("x,y,day,c\n");
        for (double[] row : rows) {
            csv.append(row[0]).append(',').append(row[1]).append(',')
                    .append(LocalDate.ofEpochDay(Math.floorMod((long) row[2], 2_000_000L))).append(",c")
                    .append((int) (Math.abs(row[2]) % 3)).append('\n');
        }
        Files.writeString(directory.resolve("t.csv"), csv.append("1,1,2024-01-01,a\n"));
        for (String picture : PICTURES) {
            String about = picture + "\n" + csv;
            assertTimeoutPreemptively(Duration.ofSeconds(60), () -> look(picture, about), about);
        }
    }

    private void look(String picture, String about) throws IOException {
        Result result;
        try {
            result = Drawing.of("load \"t.csv\" as t; " + picture, directory);
        } catch (LlmqException refused) {
            return;
        }
        for (boolean unicode : new boolean[] {true, false}) {
            for (boolean plain : new boolean[] {true, false}) {
                StringBuilder out = new StringBuilder();
                Printers.of(Format.TABLE, new Style(60, Theme.NONE, unicode, plain, 0, 0, 20)).print(result, out);
                assertFalse(out.indexOf("NaN") >= 0 || out.indexOf("Infinity") >= 0, about + out);
            }
        }
        String text = new String(Figures.bytes(PictureFormat.SVG, result, Tone.LIGHT, Drawing.NONE),
                StandardCharsets.UTF_8);
        assertEquals(-1, text.indexOf("NaN"), about);
    }
}
