package llmq.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.Nearest;
import llmq.result.Format;
import llmq.syntax.Pasted;
import llmq.value.WholeNumber;

/** Every setting of the prompt: what it takes, what it is of itself, and what {@code /set} says of it. */
public enum Setting {
    FEEDBACK("normal", one("verbose", "normal", "concise", "silent"),
            "how much is said: verbose tells in words what happened, concise and silent leave out ever more",
            "normal prints results with their numbers, and what was done. verbose says in words what each "
                    + "statement did, for those who are new to it; concise leaves out what was done, silent the "
                    + "numbers, too. Warnings and errors are always printed.",
            List.of("/set feedback verbose", "/set feedback default")),
    FORMAT("table", new Taken(Format.words(), null), "how results are printed",
            "Of every result; /last FORMAT is for one. Pages such as this one stay as they are in formats "
                    + "for programs.",
            List.of("/set format vertical", "/set format json", "/set format default")),
    ROWS("40", other("NUMBER"), "how many rows of a table are shown at most; 0 shows all",
            "On the screen only: files have all rows, top N asks for more, and /last shows all of the "
                    + "last result.",
            List.of("/set rows 20", "/set rows 0")),
    DIGITS("auto", other("NUMBER", "auto"),
            "how many digits of a number count, from 1 to 15; auto takes as many as suit the column",
            "In tables and values for people; no digit before the point is dropped. Formats for programs "
                    + "have every digit, and what is computed is not rounded.",
            List.of("/set digits 5", "2 / 3", "/set digits auto")),
    NOTES("once", one("all", "once", "none"), "the notes beneath answers: once says each in full once a session",
            "Where a note holds again of the same benchmark, key or fit, its name stands alone, and /last says it in"
                    + " full; a note of one statement only, as of a fraction where percents are meant, is always said."
                    + " all says each note each time, none no more than which figures are assumed. Rows left out are"
                    + " always counted. Scripts, --plain and the markdown and html formats have all notes unless none"
                    + " are wanted.",
            List.of("/set notes all", "/set notes none", "/set notes default")),
    THEME("auto", one("auto", "light", "dark", "projector", "none"),
            "colours; auto goes by the terminal and NO_COLOR",
            "projector is for a bright wall, none for no colour at all.",
            List.of("/set theme light", "/set theme none")),
    PAPER("light", one("light", "dark"), "what pictures in files stand on",
            "Of plot … to \"chart.svg\" and the like; dark is for slides that are. A page (.html) goes by its reader's"
                    + " own choice where that is dark.",
            List.of("/set paper dark", "/set paper light")),
    EDITOR("auto", other("COMMAND", "auto"),
            "the program for /edit; auto takes VISUAL, else EDITOR, else the built-in editor",
            "With its options, as in a shell; it gets the name of a file and is waited for.",
            List.of("/set editor vim", "/set editor code --wait", "/set editor default")),
    PAGER("auto", other("COMMAND", "auto", "off"),
            "the program for what is longer than the window; auto takes PAGER, else less; off has none",
            "It gets the name of a file. Where it cannot be started, all is printed.",
            List.of("/set pager less -R", "/set pager off")),
    LIVE("on", one("on", "off"), "the line beneath what is typed, which says what it would give",
            "It stops by itself where a source is large.",
            List.of("/set live off")),
    KEYS("emacs", one("emacs", "vi"), "what keys do in the line that is typed, as in other shells",
            "",
            List.of("/set keys vi", "/set keys default")),
    PROMPT(Pasted.PROMPT, other("TEXT"), "what a line to type on begins with; in quotes where it ends with a space",
            "At most 40 characters.",
            List.of("/set prompt \"? \"", "/set prompt default")),
    PLAIN("off", one("on", "off"), "for screen readers: no boxes, no colour, no menus, nothing drawn anew",
            "Results are sentences. Tab writes what fits beneath the line, one to a line, and the line again; nothing "
                    + "appears while one types. --plain is the same for one call.",
            List.of("/set plain on", "/set plain off")),
    START("none", other("FILE", "none"), "a script that runs when the prompt opens, and after /reset; none has none",
            "Its statements are numbered s1, s2, and /save has them, too. What is wrong with it is said, and keeps "
                    + "nobody out; Ctrl-C stops it.",
            List.of("/set start best.llmq", "/set start none"));

    private static final int MOST_ROWS = 100_000;
    private static final int MOST_DIGITS = 15;
    private static final int LONGEST = 40;

    private final String usual;
    private final Taken taken;
    private final String summary;
    private final String page;
    private final List<String> examples;

    /** @param other what may be written beside the words, as help calls it; {@code null} for nothing else */
    private record Taken(List<String> words, String other) {
    }

    Setting(String usual, Taken taken, String summary, String page, List<String> examples) {
        this.usual = usual;
        this.taken = taken;
        this.summary = summary;
        this.page = page;
        this.examples = List.copyOf(examples);
    }

    private static Taken one(String... words) {
        return new Taken(List.of(words), null);
    }

    private static Taken other(String other, String... words) {
        return new Taken(List.of(words), other);
    }

    /** As it is written. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is where nobody has set it. */
    public String usual() {
        return usual;
    }

    /** The words that it takes; of some settings, something else may be written as well. */
    public List<String> choices() {
        return taken.words();
    }

    public String summary() {
        return summary;
    }

    /** What more there is to say, in sentences; empty where there is no more. */
    public String page() {
        return page;
    }

    /** Lines to type. */
    public List<String> examples() {
        return examples;
    }

    /** What it takes, for help: {@code verbose | normal}, {@code auto | NUMBER}. */
    public String takes() {
        String words = String.join(" | ", taken.words());
        return taken.other() == null ? words : words.isEmpty() ? taken.other() : words + " | " + taken.other();
    }

    /** The setting of that whole word, without regard to case; {@code null} if there is none. */
    static Setting of(String word) {
        for (Setting setting : values()) {
            if (setting.word().equalsIgnoreCase(word)) {
                return setting;
            }
        }
        return null;
    }

    /** The setting of that word, or the only one that begins so; {@code null} if there is none. */
    public static Setting find(String word) {
        String folded = word.toLowerCase(Locale.ROOT);
        Setting found = null;
        for (Setting setting : values()) {
            if (setting.word().equals(folded)) {
                return setting;
            }
            if (setting.word().startsWith(folded) && !folded.isEmpty()) {
                if (found != null) {
                    return null;
                }
                found = setting;
            }
        }
        return found;
    }

    /** @throws LlmqException E405 where there is none of that word */
    static Setting named(String word) {
        Setting setting = find(word);
        if (setting != null) {
            return setting;
        }
        List<String> begun = new ArrayList<>();
        for (String other : words()) {
            if (!word.isEmpty() && other.startsWith(word.toLowerCase(Locale.ROOT))) {
                begun.add(other);
            }
        }
        if (begun.size() > 1) {
            throw Diagnostic.of(ErrorCode.E405, "several settings begin with '" + word + "'",
                    "it is short for " + String.join(" and ", begun)).toException();
        }
        throw Diagnostic.of(ErrorCode.E405, "there is no setting '" + word + "'", Nearest.sentence(word, words()),
                "settings are " + String.join(", ", words())).toException();
    }

    /** All words. */
    public static List<String> words() {
        List<String> words = new ArrayList<>();
        for (Setting setting : values()) {
            words.add(setting.word());
        }
        return words;
    }

    /**
     * The value as it is kept.
     *
     * @throws LlmqException E405 where it does not take this one
     */
    String checked(String value) {
        if (taken.other() == null) {
            String folded = value.toLowerCase(Locale.ROOT);
            if (!choices().contains(folded)) {
                throw Diagnostic.of(ErrorCode.E405, "'" + value + "' is no value for " + word(),
                        Nearest.sentence(folded, choices()), "it takes " + String.join(", ", choices())).toException();
            }
            return folded;
        }
        if (this == ROWS && number(value) < 0) {
            throw Diagnostic.of(ErrorCode.E405, "'" + value + "' is no number of rows",
                    "it takes a whole number from 0 to " + MOST_ROWS + "; 0 shows all").toException();
        }
        if (this == DIGITS) {
            if (value.equalsIgnoreCase(usual)) {
                return usual;
            }
            if (number(value) < 1 || number(value) > MOST_DIGITS) {
                throw Diagnostic.of(ErrorCode.E405, "'" + value + "' is no number of digits",
                        "it takes auto, or a whole number from 1 to " + MOST_DIGITS).toException();
            }
        }
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                throw Diagnostic.of(ErrorCode.E405, "the value of " + word() + " holds a control character")
                        .toException();
            }
        }
        if (value.isEmpty() || this == PROMPT && value.length() > LONGEST) {
            throw Diagnostic.of(ErrorCode.E405, value.isEmpty() ? word() + " needs a value"
                    : "a prompt of more than " + LONGEST + " characters leaves no room to type").toException();
        }
        return value;
    }

    /** A whole number of at most {@value #MOST_ROWS}, or −1. */
    static int number(String text) {
        int number = WholeNumber.of(text);
        return number > MOST_ROWS ? -1 : number;
    }
}
