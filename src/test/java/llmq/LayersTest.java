package llmq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Arrows between packages point one way: a package may use only those above it in the README's table. */
class LayersTest {
    private static final Path SOURCES = Path.of("src/main/java/llmq");
    private static final List<String> LAYERS = layers();

    /** Libraries that live in one package only. */
    private static final List<String[]> HOMES = List.of(
            new String[] {"org.apache.commons.math3", "stats"},
            new String[] {"org.jline", "repl"},
            new String[] {"de.siegmar.fastcsv", "load"},
            new String[] {"org.snakeyaml", "catalog"},
            new String[] {"org.antlr", "syntax"},
            new String[] {"org.jfree", "figure"},
            new String[] {"java.awt", "figure"},
            new String[] {"javax.imageio", "figure"});

    /** The packages in the README's order, and then what stands in none of them. */
    private static List<String> layers() {
        List<String> layers = new ArrayList<>();
        boolean inside = false;
        for (String line : readme()) {
            inside = line.startsWith("|") && (inside || line.startsWith("| package of `llmq` |"));
            if (inside && line.startsWith("| `")) {
                layers.add(line.substring(3, line.indexOf('`', 3)));
            }
        }
        layers.add("");
        return layers;
    }

    private static List<String> readme() {
        try {
            return Files.readAllLines(Path.of("README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Import(Path file, String layer, String name) {
    }

    @Test
    void everyPackageHasItsPlace() throws IOException {
        Set<String> packages = new TreeSet<>();
        for (Path file : files()) {
            packages.add(layer(file));
        }
        assertEquals(packages, new TreeSet<>(LAYERS));
        assertEquals(packages.size(), LAYERS.size(), "one row each");
    }

    @Test
    void importsPointDownwards() throws IOException {
        List<String> upwards = new ArrayList<>();
        int seen = 0;
        for (Import found : imports()) {
            if (found.name().startsWith("llmq.")) {
                seen++;
                String[] parts = found.name().split("\\.");
                String target = Character.isUpperCase(parts[1].charAt(0)) ? "" : parts[1];
                if (LAYERS.indexOf(target) > LAYERS.indexOf(found.layer())) {
                    upwards.add(found.file() + " imports " + found.name());
                }
            }
        }
        assertEquals(List.of(), upwards);
        assertTrue(seen > 500, "only " + seen + " imports were read");
    }

    @Test
    void librariesStayAtHome() throws IOException {
        List<String> strays = new ArrayList<>();
        for (Import found : imports()) {
            for (String[] home : HOMES) {
                if (found.name().startsWith(home[0]) && !found.layer().equals(home[1])) {
                    strays.add(found.file() + " imports " + found.name());
                }
            }
        }
        assertEquals(List.of(), strays);
    }

    private static List<Import> imports() throws IOException {
        // Uses without an import, by full name, count as well.
        Pattern use = Pattern.compile("\\b(llmq|org|de|javax?)\\.[a-z][a-z0-9]*\\.[A-Za-z0-9.]*");
        List<Import> imports = new ArrayList<>();
        for (Path file : files()) {
            for (String line : Files.readAllLines(file)) {
                String code = line.strip();
                if (code.startsWith("*") || code.startsWith("//") || code.startsWith("package ")
                        || code.contains("{@")) {
                    continue;
                }
                Matcher matcher = use.matcher(code);
                while (matcher.find()) {
                    imports.add(new Import(file, layer(file), matcher.group()));
                }
            }
        }
        return imports;
    }

    private static String layer(Path file) {
        Path inside = SOURCES.relativize(file);
        return inside.getNameCount() == 1 ? "" : inside.getName(0).toString();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(SOURCES)) {
            return walk.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }
}
