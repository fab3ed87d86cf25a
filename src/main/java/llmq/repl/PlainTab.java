package llmq.repl;

import java.util.ArrayList;
import java.util.List;
import llmq.complete.Candidate;
import llmq.complete.Completion;
import llmq.text.Wrap;
import org.jline.reader.Buffer;

/**
 * Tab for those who hear the screen, and for screens that can only grow: what fits is written in lines beneath what is
 * typed, as much at once as a window holds. Pressed again, it goes on; right after a whole word it tells of that.
 */
final class PlainTab {
    /** Lines of the window that are left to what is typed. */
    private static final int KEPT = 4;
    private static final int LEAST = 4;
    private static final String INDENT = "  ";

    private final Evaluator evaluator;
    /** The text and the caret as the Tab before left them; {@code null} for none. */
    private String text;
    private int caret;
    /** What is still to be told there. */
    private List<String> rest = List.of();
    private boolean explained;

    PlainTab(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /**
     * Puts into the buffer what cannot be otherwise.
     *
     * @return what to write; empty for nothing, {@code null} where nothing fits
     */
    List<String> press(Buffer buffer, int columns, int rows) {
        boolean again = buffer.toString().equals(text) && buffer.cursor() == caret;
        List<String> lines = again && !rest.isEmpty() ? rest : List.of();
        if (lines.isEmpty() && !(again && explained) && (again ? endsWord(buffer)
                : Offering.isWhole(evaluator, buffer.toString(), buffer.cursor()))) {
            lines = page(buffer, columns, rows);
            explained = true;
        }
        if (lines.isEmpty()) {
            Completion completion = Offering.completion(evaluator, buffer.toString(), buffer.cursor());
            if (completion.candidates().isEmpty()) {
                return null;
            }
            lines = complete(buffer, completion, columns);
            explained = false;
        }
        text = buffer.toString();
        caret = buffer.cursor();
        int room = Math.max(LEAST, rows - KEPT - (int) text.lines().count());
        int shown = lines.size() <= room ? lines.size() : room - 1;
        rest = List.copyOf(lines.subList(shown, lines.size()));
        List<String> now = new ArrayList<>(lines.subList(0, shown));
        if (!rest.isEmpty()) {
            now.add(rest.size() + " more lines: Tab goes on");
        }
        return now;
    }

    private static boolean endsWord(Buffer buffer) {
        return buffer.cursor() > 0 && !Character.isWhitespace(buffer.atChar(buffer.cursor() - 1));
    }

    private List<String> page(Buffer buffer, int columns, int rows) {
        try {
            String page = evaluator.page(buffer.toString(), buffer.cursor(), columns, rows);
            List<String> lines = new ArrayList<>();
            if (page != null) {
                page.strip().lines().forEach(line -> lines.addAll(Wrap.lines(line, columns)));
            }
            return lines;
        } catch (RuntimeException | StackOverflowError e) {
            // Nothing to tell is better than no prompt.
            return List.of();
        }
    }

    private List<String> complete(Buffer buffer, Completion completion, int columns) {
        List<Candidate> candidates = completion.candidates();
        String typed = buffer.substring(completion.from(), buffer.cursor());
        if (candidates.size() == 1) {
            Candidate only = candidates.get(0);
            boolean ends = only.whole() && (completion.to() == buffer.length()
                    || buffer.atChar(completion.to()) != ' ');
            put(buffer, completion.from(), completion.to(), only.text() + (ends ? " " : ""));
            return List.of();
        }
        String further = buffer.cursor() < completion.to() ? null : completion.further(typed);
        if (further != null) {
            put(buffer, completion.from(), completion.to(), further);
        }
        List<String> lines = new ArrayList<>();
        String group = "";
        for (Candidate candidate : candidates) {
            if (!group.equals(candidate.kind().group())) {
                group = candidate.kind().group();
                add(lines, group + ":", columns);
            }
            add(lines, INDENT + candidate.display() + (candidate.description().isEmpty() ? ""
                    : ": " + candidate.description()), columns);
        }
        return lines;
    }

    private void add(List<String> lines, String line, int columns) {
        lines.addAll(Wrap.lines(evaluator.words(line), columns));
    }

    private static void put(Buffer buffer, int from, int to, String word) {
        String before = buffer.substring(0, from);
        String after = buffer.substring(to);
        buffer.clear();
        buffer.write(before + word + after);
        buffer.cursor(from + word.length());
    }
}
