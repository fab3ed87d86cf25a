package llmq.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import llmq.cli.Talk;
import llmq.repl.Sitting;

/**
 * Blocks of what was typed at the prompt of a terminal, key by key, and what the screen showed. A line
 * {@code $ scripts/llmq} opens the prompt, anew after it was left. A line {@code llmq> …} is typed and entered; one that
 * ends with {@value #TAB} ends with Tab, and one that ends with {@value #CARET} is left to stand, and what is shown
 * beneath follows. A line {@code llmq>} is Enter alone, and all up to the next empty line comes of it, even if it looks
 * as if it had been typed. What follows a Tab begins with the line itself, where Tab has changed it.
 */
final class KeyedTranscript implements AutoCloseable {
    static final String TAB = "⇥";
    static final String CARET = "▏";
    private static final String ENTER = Transcript.PROMPT.strip();
    private static final String START = "$ scripts/llmq";

    private final Path directory;
    private final Path home;
    private Sitting sitting;

    /** @param home where settings and sessions are kept */
    KeyedTranscript(Path directory, Path home) {
        this.directory = directory;
        this.home = home;
    }

    /**
     * The lines that a block should have.
     *
     * @param patient whether to wait for what the old ones show
     */
    List<String> anew(List<String> old, boolean patient) {
        List<String> lines = new ArrayList<>();
        int at = 0;
        while (at < old.size()) {
            String typed = old.get(at);
            int end = at + 1;
            boolean held = typed.endsWith(TAB) || typed.endsWith(CARET);
            while (end < old.size() && typed.equals(ENTER) && !old.get(end).isEmpty()) {
                end++;
            }
            while (end < old.size() && (held && end == at + 1 || !isTyped(old.get(end)))) {
                end++;
            }
            List<String> expected = new ArrayList<>(old.subList(at + 1, end));
            boolean gap = end < old.size() && !expected.isEmpty() && expected.get(expected.size() - 1).isEmpty();
            if (gap) {
                expected.remove(expected.size() - 1);
            }
            lines.add(typed);
            List<String> shown = typed.equals(START) ? opened() : shown(typed, patient ? expected : null);
            lines.addAll(shown);
            if (end < old.size() && (!shown.isEmpty() || held)) {
                lines.add("");
            }
            at = end;
        }
        return lines;
    }

    private static boolean isTyped(String line) {
        return line.startsWith(Transcript.PROMPT) || line.equals(START) || line.equals(ENTER);
    }

    private List<String> opened() {
        close();
        sitting = new Sitting();
        Talk talk = Talk.begin(directory, home, sitting.screen(), Sitting.COLUMNS, Sitting.ROWS);
        sitting.open(talk.evaluator(), talk.banner());
        return sitting.from(0, null, true);
    }

    private List<String> shown(String typed, List<String> expected) {
        int row = sitting.above();
        boolean tab = typed.endsWith(TAB);
        boolean held = tab || typed.endsWith(CARET);
        String text = typed.equals(ENTER) ? ""
                : typed.substring(Transcript.PROMPT.length(), typed.length() - (held ? 1 : 0));
        sitting.type(text + (tab ? "\t" : held ? "" : "\r"));
        String first = (Transcript.PROMPT + text).stripTrailing();
        int rows = (Transcript.PROMPT.length() + text.length()) / Sitting.COLUMNS + 1;
        List<String> whole = expected == null ? null : new ArrayList<>(expected);
        boolean changed = whole != null && tab && !whole.isEmpty() && whole.get(0).startsWith(Transcript.PROMPT);
        if (whole != null && !changed) {
            for (int i = rows - 1; i >= 0; i--) {
                whole.add(0, first.substring(Math.min(first.length(), i * Sitting.COLUMNS),
                        Math.min(first.length(), (i + 1) * Sitting.COLUMNS)));
            }
        }
        List<String> all = sitting.from(row, whole, !held);
        boolean same = String.join("", all.subList(0, Math.min(rows, all.size()))).equals(first);
        return same ? all.subList(rows, all.size()) : all;
    }

    @Override
    public void close() {
        if (sitting != null) {
            sitting.close();
        }
    }
}
