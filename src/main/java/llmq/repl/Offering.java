package llmq.repl;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import llmq.complete.Candidate;
import llmq.complete.Completion;
import org.jline.reader.Completer;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.CompletionMatcher;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Shows JLine what may stand at the caret. What fits has been found by then: JLine itself leaves nothing out. */
final class Offering implements Completer, CompletionMatcher {
    /** Rows of the window that a list leaves to the text. */
    private static final int KEPT = 4;
    private static final int GAP = 2;
    private static final String OPERATORS = "operators and signs";
    /** Where a statement may start, a command may, too. */
    private static final Candidate COMMANDS = new Candidate("/", "/", Candidate.Kind.COMMAND,
            "a command: /help, /list, /set, …", false);

    private final Evaluator evaluator;
    private LineReader reader;
    /** What is listed at the moment, as far as it fits what has been typed since. */
    private List<org.jline.reader.Candidate> listed = List.of();
    private int from;
    private boolean alone;

    Offering(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** Whether there was one candidate only. */
    boolean isAlone() {
        return alone;
    }

    /** Whether nothing of a list that was shown fits any more. */
    boolean isSpent() {
        return listed.isEmpty();
    }

    /** Whether a word is a candidate as it stands. */
    boolean has(String word) {
        for (org.jline.reader.Candidate candidate : listed) {
            if (!word.isEmpty() && (candidate.value().equalsIgnoreCase(word)
                    || candidate.value().equalsIgnoreCase(word + "("))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the word that ends at the caret is whole, and nothing else begins so. */
    static boolean isWhole(Evaluator evaluator, String text, int caret) {
        Completion completion = completion(evaluator, text, caret);
        return completion.candidates().size() == 1 && caret == completion.to() && caret > completion.from()
                && completion.candidates().get(0).text().equals(text.substring(completion.from(), caret));
    }

    /**
     * What is to be typed in place of what all candidates begin with; {@code null} where it stands there already.
     *
     * @return the whole text
     */
    String further(String text, int caret) {
        Completion completion = completion(evaluator, text, caret);
        String typed = text.substring(completion.from(), caret);
        String further = completion.candidates().size() < 2 || caret < completion.to() ? null
                : completion.further(typed);
        return further == null ? null : text.substring(0, completion.from()) + further;
    }

    /** The text as JLine needs it for a completion: the word that is typed, and what it may become. */
    static ParsedLine line(Evaluator evaluator, String text, int cursor) {
        return new Line(text, cursor, completion(evaluator, text, cursor));
    }

    static Completion completion(Evaluator evaluator, String text, int cursor) {
        try {
            return evaluator.completion(text, cursor);
        } catch (RuntimeException | StackOverflowError e) {
            // Nothing to offer is better than no prompt.
            return new Completion(cursor, cursor, List.of());
        }
    }

    @Override
    public void complete(LineReader asking, ParsedLine line, List<org.jline.reader.Candidate> candidates) {
        if (!(line instanceof Line offered)) {
            return;
        }
        reader = asking;
        from = offered.completion().from();
        List<Candidate> offers = offered.completion().candidates();
        alone = offers.size() == 1;
        listed = list(offered.completion(), offered.line().substring(0, from), offered.typed());
        candidates.addAll(listed);
    }

    private List<org.jline.reader.Candidate> list(Completion completion, String before, String typed) {
        List<Candidate> all = completion.candidates();
        boolean starts = typed.isEmpty() && before.isBlank();
        int room = Math.max(1, reader.getTerminal().getHeight() - KEPT);
        // Before a letter is typed functions need not stand in the way of all else.
        boolean fewer = typed.isEmpty() && lines(all, reader.getTerminal().getWidth()) > room;
        List<Candidate> shown = new ArrayList<>();
        Set<String> groups = new HashSet<>();
        for (Candidate candidate : all) {
            // Nor words that begin another statement where this one may go on.
            boolean lesser = fewer && isFunction(candidate)
                    || typed.isEmpty() && candidate.kind() == Candidate.Kind.VERB;
            boolean left = starts ? candidate.kind() != Candidate.Kind.VERB
                    : lesser && candidate.kind() != all.get(0).kind();
            if (!left) {
                shown.add(candidate);
                groups.add(candidate.kind().group());
            }
        }
        if (starts && shown.size() > 1) {
            shown.add(COMMANDS);
        }
        if (typed.isEmpty() && shown.stream().anyMatch(Offering::isTimes)) {
            return apart(shown, room);
        }
        // Of many a list is of more use that can be seen at once; a letter typed brings the rest back.
        boolean brief = !starts && shown.size() + (groups.size() > 1 ? groups.size() : 0) > room;
        List<org.jline.reader.Candidate> list = new ArrayList<>();
        for (Candidate candidate : shown) {
            String group = starts ? Candidate.Kind.VERB.group() : candidate.kind().group();
            String told = brief || candidate.description().isEmpty() ? null : candidate.description();
            list.add(new org.jline.reader.Candidate(candidate.text(),
                    brief ? brief(candidate) : candidate.display(), group, told, null, null, candidate.whole(),
                    list.size() + 1));
        }
        return list;
    }

    private static boolean isTimes(Candidate candidate) {
        return candidate.kind() == Candidate.Kind.SIGN && candidate.text().equals("*");
    }

    /** Where an expression may end, what follows it is what one most likely looks for; the operators come last. */
    private static List<org.jline.reader.Candidate> apart(List<Candidate> candidates, int room) {
        List<Candidate> operators = new ArrayList<>();
        List<Candidate> clauses = new ArrayList<>();
        for (Candidate candidate : candidates) {
            (isOperator(candidate) ? operators : clauses).add(candidate);
        }
        boolean brief = clauses.size() > room;
        List<org.jline.reader.Candidate> list = new ArrayList<>();
        for (Candidate candidate : clauses) {
            String told = brief || candidate.description().isEmpty() ? null : candidate.description();
            list.add(listed(candidate, candidate.kind().group(), told, list.size()));
        }
        for (Candidate candidate : operators) {
            list.add(listed(candidate, OPERATORS, null, list.size()));
        }
        return list;
    }

    private static org.jline.reader.Candidate listed(Candidate candidate, String group, String told, int place) {
        return new org.jline.reader.Candidate(candidate.text(), told == null ? brief(candidate) : candidate.display(),
                group, told, null, null, candidate.whole(), place + 1);
    }

    private static boolean isOperator(Candidate candidate) {
        return candidate.kind() == Candidate.Kind.SIGN || candidate.kind() == Candidate.Kind.KEYWORD
                && switch (candidate.text()) {
                    case "and", "or", "not", "in", "between", "like", "is", "of" -> true;
                    default -> false;
                };
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
        if (line instanceof Line || reader == null) {
            return;
        }
        // Typing goes on beneath a list, which then shows what still fits.
        String text = reader.getBuffer().toString();
        int caret = reader.getBuffer().cursor();
        Completion completion = completion(evaluator, text, caret);
        listed = completion.from() == from && caret > from ? list(completion, text.substring(0, from), text.substring(from, caret))
                : List.of();
    }

    @Override
    public List<org.jline.reader.Candidate> matches(List<org.jline.reader.Candidate> candidates) {
        return new ArrayList<>(listed);
    }

    @Override
    public org.jline.reader.Candidate exactMatch() {
        return null;
    }

    /** Nothing: it has been typed by then. */
    @Override
    public String getCommonPrefix() {
        return "";
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
