package llmq.repl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import llmq.syntax.Apart;
import llmq.syntax.Pasted;
import org.jline.reader.Buffer;

/** Several texts that are entered at once: pasted, or typed as lines of one. The first is run, the others wait. */
final class Entries {
    private final Evaluator evaluator;
    private final Predicate<String> goesOn;
    /** What was entered together with the line before, and is yet to be run. */
    private final Deque<String> waiting = new ArrayDeque<>();
    /** What a text was pasted as, and its parts, which it may not be taken apart into again. */
    private String pasted;
    private List<String> parts = List.of();
    /** A statement that a command came amid, to go on with after it; {@code null} for none. */
    private String unfinished;

    /** What becomes of a line that is entered. */
    enum Fate {
        /** It is a text by itself, whole or not. */
        USUAL,
        /** It is run as it stands in the buffer now. */
        RUN,
        /** It goes on in another line. */
        GOES_ON
    }

    /** @param goesOn whether a statement is not finished */
    Entries(Evaluator evaluator, Predicate<String> goesOn) {
        this.evaluator = evaluator;
        this.goesOn = goesOn;
    }

    /** The next that waits to be run; {@code null} for none. */
    String next() {
        return waiting.poll();
    }

    /** What to go on with, once; {@code null} for nothing. */
    String unfinished() {
        String kept = unfinished;
        unfinished = null;
        return kept;
    }

    /** What was entered together with the line before is not to be run any more. */
    void forget() {
        waiting.clear();
        unfinished = null;
    }

    boolean hasPrompts(String text) {
        return Pasted.hasPrompts(text, evaluator.prompt());
    }

    /** Writes what was pasted as it would have been typed. */
    void insert(Buffer buf, String text) {
        List<String> inputs = Pasted.inputs(text, evaluator.prompt());
        boolean alone = buf.length() == 0;
        String cleaned = String.join("\n", inputs);
        buf.write(inputs.isEmpty() ? text : inputs.size() == 1 && !hasPrompts(text) ? text.stripTrailing() : cleaned);
        pasted = alone && inputs.size() > 1 ? cleaned : null;
        parts = inputs;
    }

    /** Leaves in the buffer what is to be run first. */
    Fate enter(Buffer buf) {
        String text = buf.toString();
        if (!text.equals(pasted) && isCommandAmid(text)) {
            int line = text.lastIndexOf('\n') + 1;
            unfinished = text.substring(0, line);
            buf.clear();
            buf.write(text.substring(line));
            return Fate.RUN;
        }
        List<String> inputs = text.equals(pasted) ? parts : isSeveral(text) ? Apart.of(text) : List.of();
        if (inputs.size() < 2) {
            return Fate.USUAL;
        }
        if (goesOn.test(inputs.get(inputs.size() - 1)) && text.strip().length() == text.length()) {
            buf.cursor(text.length());
            buf.write('\n');
            return Fate.GOES_ON;
        }
        pasted = null;
        waiting.addAll(inputs.subList(1, inputs.size()));
        buf.clear();
        buf.write(inputs.get(0));
        return Fate.RUN;
    }

    /** Whether the last line is a command, and those before it are a statement that is not finished. */
    private boolean isCommandAmid(String text) {
        int line = text.lastIndexOf('\n') + 1;
        return line > 0 && evaluator.isNamedCommand(text.substring(line).strip())
                && goesOn.test(text.substring(0, line - 1));
    }

    private static boolean isSeveral(String text) {
        return text.stripTrailing().indexOf('\n') > 0;
    }
}
