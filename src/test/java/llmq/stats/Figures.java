package llmq.stats;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Figures stored beside the tests, a line each: a name and values; what starts with a # says where they are from. */
public final class Figures {
    private final Map<String, double[]> values = new HashMap<>();

    /** @param resource beside the tests of this package */
    public Figures(String resource) {
        try (InputStream in = Figures.class.getResourceAsStream("/stats/" + resource)) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    String[] words = line.trim().split("\\s+");
                    double[] numbers = new double[words.length - 1];
                    for (int i = 0; i < numbers.length; i++) {
                        numbers[i] = Double.parseDouble(words[i + 1]);
                    }
                    values.put(words[0], numbers);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public double[] get(String name) {
        if (!values.containsKey(name)) {
            throw new IllegalArgumentException("no figure is called " + name);
        }
        return values.get(name).clone();
    }

    int[] whole(String name) {
        double[] numbers = get(name);
        int[] whole = new int[numbers.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (int) numbers[i];
        }
        return whole;
    }

    /** Rows of the named columns. */
    double[][] rows(String... names) {
        double[][] rows = new double[get(names[0]).length][names.length];
        for (int j = 0; j < names.length; j++) {
            double[] column = get(names[j]);
            for (int i = 0; i < rows.length; i++) {
                rows[i][j] = column[i];
            }
        }
        return rows;
    }
}
