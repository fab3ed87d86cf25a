package llmq.cli;

import java.util.List;
import llmq.result.Format;

/** Every option: how it is written, what it takes, and what the help page says of it. */
enum Option {
    EXECUTE("-e", null, "STATEMENTS", List.of(), null, "run these statements; may be given several times"),
    FORMAT(null, "--format", "FORMAT", Format.words(), null, "how results are printed"),
    COLOR(null, "--color", "WHEN", List.of("auto", "always", "never"), null,
            "colour; auto is for terminals, unless NO_COLOR is set"),
    WIDTH(null, "--width", "COLUMNS", List.of(), null, "width of tables; 0 is without limit, as for files and pipes"),
    PLAIN(null, "--plain", null, List.of(), null, "no boxes, no colour, for screen readers"),
    PAPER(null, "--paper", "TONE", List.of("light", "dark"), null, "what pictures in files stand on"),
    CATALOG(null, "--catalog", "DIR", List.of(), null, "a folder of catalog files in place of the built-in catalog"),
    SANDBOX(null, "--sandbox", null, List.of(), null, "neither read nor write files on behalf of statements"),
    WRITE(null, "--write", null, List.of(), Command.FMT, "rewrite the files in place"),
    CHECK(null, "--check", null, List.of(), Command.FMT, "name the files that are laid out otherwise, with exit status 1"),
    ACCEPT(null, "--accept", null, List.of(), Command.TEST, "write output that differs anew into the files"),
    TO(null, "--to", "OUT", List.of(), Command.HANDOUT, "where a handout goes"),
    ANSWERS(null, "--answers", null, List.of(), Command.HANDOUT, "make it the teacher's copy: answers, hints, notes"),
    NOTES(null, "--notes", null, List.of(), Command.PRESENT,
            "follow that show in a second window: notes, hints, what is next"),
    DOCTOR(null, "--doctor", null, List.of(), null, "say what llmq finds around it, and what is wrong with that"),
    HELP("-h", "--help", null, List.of(), null, "print this page; after a command, what concerns that"),
    VERSION("-V", "--version", null, List.of(), null, "print the versions of llmq, its catalog and Java");

    private final String brief;
    private final String full;
    private final String value;
    private final List<String> choices;
    private final Command only;
    private final String summary;

    Option(String brief, String full, String value, List<String> choices, Command only, String summary) {
        this.brief = brief;
        this.full = full;
        this.value = value;
        this.choices = choices;
        this.only = only;
        this.summary = summary;
    }

    /** The one-letter way, or {@code null}. */
    String brief() {
        return brief;
    }

    /** The long way, or {@code null}. */
    String full() {
        return full;
    }

    /** What its value is called, or {@code null} where it takes none. */
    String value() {
        return value;
    }

    /** All values that it takes; empty where any may be written. */
    List<String> choices() {
        return choices;
    }

    /** The one command that it belongs to, or {@code null} for all. */
    Command only() {
        return only;
    }

    String summary() {
        return summary;
    }

    /** As errors name it. */
    String word() {
        return full == null ? brief : full;
    }

    /** The option so written, or {@code null}. */
    static Option find(String word) {
        for (Option option : values()) {
            if (word.equals(option.full) || word.equals(option.brief)) {
                return option;
            }
        }
        return null;
    }
}
