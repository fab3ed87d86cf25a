package llmq.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The ways to write a result. */
public enum Format {
    TABLE(false, "a table that fits the window"),
    VERTICAL(false, "one line per value, one block per row"),
    CSV(true, "comma-separated values", ".csv"),
    TSV(true, "tab-separated values", ".tsv"),
    JSON(true, "an array of objects", ".json"),
    NDJSON(true, "one JSON object per line", ".ndjson", ".jsonl"),
    MARKDOWN(false, "a Markdown table", ".md", ".markdown"),
    HTML(false, "a web page", ".html", ".htm");

    private final boolean machine;
    private final String summary;
    private final List<String> endings;

    Format(boolean machine, String summary, String... endings) {
        this.machine = machine;
        this.summary = summary;
        this.endings = List.of(endings);
    }

    /** As it is written after {@code --format}: {@code ndjson}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One line for help. */
    public String summary() {
        return summary;
    }

    /** The endings of files of this format, the usual one first; empty where it is not meant for files. */
    public List<String> endings() {
        return endings;
    }

    /**
     * Whether programs read it: plain numbers in base units, unknown as nothing, neither notes nor {@code ~}, and
     * never a row or a column less.
     */
    public boolean isMachine() {
        return machine;
    }

    /** The format of that word, without regard to case; {@code null} if there is none. */
    public static Format find(String word) {
        for (Format format : values()) {
            if (format.name().equalsIgnoreCase(word)) {
                return format;
            }
        }
        return null;
    }

    /** The endings of files of every format. */
    public static List<String> everyEnding() {
        List<String> all = new ArrayList<>();
        for (Format format : values()) {
            all.addAll(format.endings);
        }
        return all;
    }

    /** Every word, for completion and “did you mean”. */
    public static List<String> words() {
        List<String> words = new ArrayList<>();
        for (Format format : values()) {
            words.add(format.word());
        }
        return words;
    }

    /** The usual ending of each format that is meant for files. */
    public static List<String> usualEndings() {
        List<String> usual = new ArrayList<>();
        for (Format format : values()) {
            if (!format.endings.isEmpty()) {
                usual.add(format.endings.get(0));
            }
        }
        return usual;
    }

    /** The format that the ending of a file's name asks for; {@code null} if no format has that ending. */
    public static Format ofFile(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        for (Format format : values()) {
            for (String ending : format.endings) {
                if (folded.endsWith(ending)) {
                    return format;
                }
            }
        }
        return null;
    }
}
