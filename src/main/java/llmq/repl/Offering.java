package llmq.repl;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import llmq.complete.Candidate;
import llmq.complete.Completion;
import org.jline.reader.Completer;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.CompletionMatcher;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Shows JLine what may stand at the caret. What fits has been found by then: JLine itself leaves nothing out. */
final class Offering implements Completer, CompletionMatcher {
    private static final int LONGEST = 70;

    /** Rows of the window that a list leaves to the text and its headings. */
    private static final int KEPT = 8;
    private static final int GAP = 3;
    private static final String PLAIN = "fg:default";

    private final Evaluator evaluator;
    private String typed = "";
    private Completion completion;

    Offering(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** The text as JLine needs it for a completion: the word that is typed, and what it may become. */
    static ParsedLine line(Evaluator evaluator, String text, int cursor) {
        Completion completion;
        try {
            completion = evaluator.completion(text, cursor);
        } catch (RuntimeException | StackOverflowError e) {
            // Nothing to offer is better than no prompt.
            completion = new Completion(cursor, cursor, List.of());
        }
        return new Line(text, cursor, completion);
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<org.jline.reader.Candidate> candidates) {
        if (!(line instanceof Line offered)) {
            return;
        }
        if (evaluator.theme().isNone()) {
            reader.setVariable(LineReader.COMPLETION_STYLE_LIST_GROUP, PLAIN);
            reader.setVariable(LineReader.COMPLETION_STYLE_LIST_DESCRIPTION, PLAIN);
            reader.setVariable(LineReader.COMPLETION_STYLE_LIST_STARTING, PLAIN);
            reader.setVariable(LineReader.COMPLETION_STYLE_GROUP, PLAIN);
            reader.setVariable(LineReader.COMPLETION_STYLE_DESCRIPTION, PLAIN);
            reader.setVariable(LineReader.COMPLETION_STYLE_STARTING, PLAIN);
        }
        List<Candidate> all = offered.completion().candidates();
        // Of many a list is of more use that can be seen at once; a letter typed brings the rest back.
        int rows = reader.getTerminal().getHeight();
        boolean brief = all.size() > Math.max(KEPT, rows - KEPT);
        // Before a letter is typed functions need not stand in the way of all else.
        boolean fewer = offered.typed().isEmpty() && lines(all, reader.getTerminal().getWidth()) >= rows;
        int place = 0;
        for (Candidate candidate : all) {
            if (fewer && isFunction(candidate) && candidate.kind() != all.get(0).kind()) {
                continue;
            }
            String description = candidate.description();
            String shown = description.length() <= LONGEST ? description : description.substring(0, LONGEST - 1) + "…";
            candidates.add(new org.jline.reader.Candidate(candidate.text(),
                    brief ? brief(candidate) : candidate.display(), candidate.kind().group(),
                    brief || shown.isEmpty() ? null : shown, null, null, candidate.whole(), ++place));
        }
    }

    /** About how many lines a list of them takes. */
    private static int lines(List<Candidate> candidates, int width) {
        int widest = 1;
        int lines = 0;
        Map<Candidate.Kind, Integer> counts = new EnumMap<>(Candidate.Kind.class);
        for (Candidate candidate : candidates) {
            widest = Math.max(widest, brief(candidate).length() + GAP);
            counts.merge(candidate.kind(), 1, Integer::sum);
        }
        int columns = Math.max(1, width / widest);
        for (int count : counts.values()) {
            lines += 1 + (count + columns - 1) / columns;
        }
        return lines;
    }

    private static boolean isFunction(Candidate candidate) {
        return switch (candidate.kind()) {
            case FUNCTION, AGGREGATE, WINDOW -> true;
            default -> false;
        };
    }

    private static String brief(Candidate candidate) {
        return candidate.text().endsWith("(") ? candidate.text() : candidate.display();
    }

    @Override
    public void compile(Map<LineReader.Option, Boolean> options, boolean prefix, CompletingParsedLine line,
            boolean caseInsensitive, int errors, String originalGroupName) {
        typed = line instanceof Line offered ? offered.typed() : "";
        completion = line instanceof Line offered ? offered.completion() : null;
    }

    @Override
    public List<org.jline.reader.Candidate> matches(List<org.jline.reader.Candidate> candidates) {
        return new ArrayList<>(candidates);
    }

    @Override
    public org.jline.reader.Candidate exactMatch() {
        return null;
    }

    /** What is typed, as it is, and what all candidates add to it. */
    @Override
    public String getCommonPrefix() {
        String common = completion == null ? "" : completion.common();
        boolean more = common.length() > typed.length() && common.regionMatches(true, 0, typed, 0, typed.length());
        return more ? typed + common.substring(typed.length()) : "";
    }

    /** @param completion of which the word is replaced */
    private record Line(String line, int cursor, Completion completion) implements CompletingParsedLine {

        String typed() {
            return line.substring(completion.from(), cursor);
        }

        @Override
        public String word() {
            return line.substring(completion.from(), completion.to());
        }

        @Override
        public int wordCursor() {
            return cursor - completion.from();
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor();
        }

        @Override
        public int rawWordLength() {
            return word().length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word());
        }
    }
}
