package llmq.command;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.Nearest;
import llmq.render.ResultFiles;

/**
 * The file that keeps settings across sessions: a line {@code NAME = VALUE} for each, and comments after a {@code #}.
 * What cannot be read in it is left aside with a warning, and stays in the file.
 */
public final class SettingsFile {
    private static final int MOST_WARNINGS = 5;
    private static final int MOST_BYTES = 100_000;

    private final Path path;

    public SettingsFile(Path path) {
        this.path = path;
    }

    /** @param settings what could be read; @param warnings on what could not, a line each */
    public record Read(Settings settings, List<String> warnings) {
    }

    public Path path() {
        return path;
    }

    /** The settings with what the file says. */
    public Read read(Settings settings) {
        List<String> warnings = new ArrayList<>();
        List<String> lines = lines(warnings);
        Settings read = settings;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String place = path + ":" + (i + 1) + ": ";
            int equals = line.indexOf('=');
            String name = (equals < 0 ? line : line.substring(0, equals)).strip();
            Setting setting = Setting.of(name);
            if (setting == null) {
                String near = Nearest.sentence(name, Setting.words());
                warnings.add(place + "there is no setting '" + name + "'; "
                        + (near == null ? "the line is left aside" : near));
                continue;
            }
            if (equals < 0) {
                warnings.add(place + "a setting is written " + setting.word() + " = VALUE");
                continue;
            }
            try {
                read = read.with(setting, unquoted(line.substring(equals + 1).strip()), path.toString());
            } catch (LlmqException e) {
                List<String> help = e.diagnostics().get(0).help();
                warnings.add(place + e.getMessage() + (help.isEmpty() ? "" : "; " + help.get(help.size() - 1)));
            }
        }
        return new Read(read, few(warnings));
    }

    /** Not a screen full of them. */
    private static List<String> few(List<String> warnings) {
        if (warnings.size() <= MOST_WARNINGS) {
            return warnings;
        }
        List<String> few = new ArrayList<>(warnings.subList(0, MOST_WARNINGS - 1));
        few.add("and " + (warnings.size() - few.size()) + " more lines that are left aside");
        return few;
    }

    /** In a file names are written out. */
    private List<String> lines(List<String> warnings) {
        if (!Files.exists(path) && !Files.isSymbolicLink(path)) {
            return List.of();
        }
        String why;
        try {
            if (!Files.exists(path)) {
                why = "it is a link that leads to no file";
            } else if (!Files.isRegularFile(path)) {
                why = "it is no file";
            } else if (Files.size(path) > MOST_BYTES) {
                why = "it is too large";
            } else {
                return Files.readAllLines(path);
            }
        } catch (CharacterCodingException e) {
            why = "it is not UTF-8 text";
        } catch (IOException | SecurityException e) {
            why = Files.isReadable(path) ? "it failed" : "permission denied";
        }
        warnings.add("the settings in " + path + " are left aside: " + why);
        return List.of();
    }

    /**
     * Keeps one setting, and leaves every other line of the file as it is.
     *
     * @param value {@code null} to take it out
     * @return what went wrong, or {@code null}
     */
    String keep(Setting setting, String value) {
        List<String> warnings = new ArrayList<>();
        List<String> lines = new ArrayList<>(lines(warnings));
        if (!warnings.isEmpty()) {
            return warnings.get(0);
        }
        String line = value == null ? null : setting.word() + " = "
                + (value.equals(value.strip()) && !quoted(value) ? value : '"' + value + '"');
        boolean done = false;
        for (int i = lines.size() - 1; i >= 0; i--) {
            String old = lines.get(i);
            int equals = old.indexOf('=');
            if (equals >= 0 && Setting.of(old.substring(0, equals).strip()) == setting) {
                if (line == null || done) {
                    lines.remove(i);
                } else {
                    lines.set(i, line);
                }
                done = true;
            }
        }
        if (!done && line != null) {
            lines.add(line);
        }
        try {
            Files.createDirectories(path.getParent());
            ResultFiles.save(lines.isEmpty() ? "" : String.join("\n", lines) + "\n", path, path.toString());
            return null;
        } catch (IOException | SecurityException | LlmqException e) {
            return "it cannot be kept in " + path;
        }
    }

    private static boolean quoted(String value) {
        return value.length() >= 2 && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
    }

    /** Without the quotes around it. */
    static String unquoted(String value) {
        return quoted(value) ? value.substring(1, value.length() - 1) : value;
    }
}
