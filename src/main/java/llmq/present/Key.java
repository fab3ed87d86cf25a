package llmq.present;

import java.util.ArrayList;
import java.util.List;

/** What a key means while something is presented. Digits are {@link Show#digit}. */
public enum Key {
    NEXT("space, Enter, →, PgDn", "the next step; first the rest of a tall one"),
    DOWN("↓, j", "the same, a line at a time"),
    BACK("←, PgUp, Backspace", "back; nothing is run again"),
    UP("↑, k", "the same, a line at a time"),
    FIRST("Home", "the first step"),
    LAST("End", "the last step; what lies between is run"),
    NUMBER("12 Enter", "step 12, as learners count"),
    LIST("g", "the list of steps, to go to one"),
    NOTES("n", "the speaker's notes: beneath, on a page, or off"),
    HINT("h", "at an exercise, the next hint, for all to see"),
    PASS("s", "passes by the exercise that is shown"),
    BLANK("b, .", "a blank screen, until any key"),
    TYPE("t, :", "free typing, or an answer tried; Ctrl-D returns"),
    KEYS("?", "these keys"),
    REDRAW("Ctrl-L", "draws the screen anew"),
    SUSPEND("Ctrl-Z", "back to the shell, whose fg returns"),
    LEAVE("q, Ctrl-D", "leaves"),
    INTERRUPT("Ctrl-C", "stops a statement that runs; else pressed twice it leaves"),
    ENTER(null, null),
    ERASE(null, null),
    ESCAPE(null, null),
    OTHER(null, null);

    private final String keys;
    private final String summary;

    Key(String keys, String summary) {
        this.keys = keys;
        this.summary = summary;
    }

    /** As they are written on keyboards. */
    public String keys() {
        return keys;
    }

    public String summary() {
        return summary;
    }

    /** A text in which arrows are called what they are called on keyboards, for screens that have none. */
    public static String spelled(String text) {
        return text.replace("↑", "Up").replace("↓", "Down").replace("←", "Left").replace("→", "Right");
    }

    /** Those that help speaks of. */
    public static List<Key> all() {
        List<Key> all = new ArrayList<>();
        for (Key key : values()) {
            if (key.keys != null) {
                all.add(key);
            }
        }
        return all;
    }
}
