package llmq.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;

/** The statements of a session in the order in which they were typed. Immutable; it shares what came before. */
public final class Transcript {
    private static final Transcript EMPTY = new Transcript(null, null);

    private final Transcript before;
    private final Snippet last;

    private Transcript(Transcript before, Snippet last) {
        this.before = before;
        this.last = last;
    }

    public static Transcript empty() {
        return EMPTY;
    }

    /** This transcript, and a statement that worked. @param start whether it is of the start-up script */
    public Transcript with(String text, Outcome outcome, boolean start) {
        return with(start ? Snippet.Kind.START : Snippet.Kind.WORKED, text, outcome, null);
    }

    /** This transcript, and a text that failed. @param failure what was wrong, in one line */
    public Transcript withFailed(String text, String failure) {
        return with(Snippet.Kind.FAILED, text, null, failure);
    }

    /** This transcript, and a command that changed the session. */
    public Transcript withCommand(String line) {
        return with(Snippet.Kind.COMMAND, line, null, null);
    }

    private Transcript with(Snippet.Kind kind, String text, Outcome outcome, String failure) {
        int number = 1;
        for (Transcript at = this; at.last != null; at = at.before) {
            if (at.last.kind() == kind) {
                number = at.last.number() + 1;
                break;
            }
        }
        // The session after it would keep every session before it alive; what it is kept for is what it printed.
        Outcome kept = outcome == null ? null
                : new Outcome(null, outcome.result(), outcome.message(), outcome.notes(), outcome.number(),
                        outcome.kept());
        return new Transcript(this, new Snippet(kind, number, text, kept, failure));
    }

    /** All of them, the first first. */
    public List<Snippet> all() {
        List<Snippet> all = new ArrayList<>();
        for (Transcript at = this; at.last != null; at = at.before) {
            all.add(at.last);
        }
        Collections.reverse(all);
        return all;
    }

    /** What came after an earlier one, the first first; {@code null} where this one does not go on from that. */
    public List<Snippet> since(Transcript earlier) {
        List<Snippet> more = new ArrayList<>();
        Transcript at = this;
        while (at != earlier) {
            if (at.last == null) {
                return null;
            }
            more.add(at.last);
            at = at.before;
        }
        Collections.reverse(more);
        return more;
    }

    /** Those of some kinds, the first first. */
    public List<Snippet> of(Snippet.Kind... kinds) {
        List<Snippet> chosen = new ArrayList<>();
        for (Snippet snippet : all()) {
            if (List.of(kinds).contains(snippet.kind())) {
                chosen.add(snippet);
            }
        }
        return chosen;
    }

    /** What has the last result, or {@code null} where nothing has one. */
    public Snippet lastResult() {
        for (Transcript at = this; at.last != null; at = at.before) {
            if (at.last.result() != null) {
                return at.last;
            }
        }
        return null;
    }

    /**
     * What {@code 3}, {@code e1}, {@code s1}, {@code -1} (the last but none), {@code 2-4} or {@code !} means.
     *
     * @return at least one
     * @throws LlmqException E405 where there is no such statement
     */
    public List<Snippet> find(String id) {
        List<Snippet> typed = of(Snippet.Kind.WORKED, Snippet.Kind.FAILED);
        if (id.equals("!") || id.startsWith("-")) {
            int back = id.equals("!") ? 1 : number(id.substring(1));
            if (back < 1 || back > typed.size()) {
                throw none(id, typed.isEmpty() ? "nothing was typed yet"
                        : typed.size() == 1 ? "one statement was typed" : typed.size() + " statements were typed");
            }
            return List.of(typed.get(typed.size() - back));
        }
        int dash = id.indexOf('-');
        if (dash < 0) {
            return List.of(one(id));
        }
        List<Snippet> all = all();
        int first = all.indexOf(one(id.substring(0, dash)));
        int last = all.indexOf(one(id.substring(dash + 1)));
        List<Snippet> range = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            if (all.get(i).kind() == all.get(first).kind()) {
                range.add(all.get(i));
            }
        }
        if (range.isEmpty()) {
            throw none(id, "the first of a range stands before its last");
        }
        return range;
    }

    private Snippet one(String id) {
        for (Snippet snippet : all()) {
            if (snippet.kind() != Snippet.Kind.COMMAND && snippet.id().equals(id)) {
                return snippet;
            }
        }
        throw none(id, "/list -all shows every statement with its number");
    }

    private static LlmqException none(String id, String help) {
        return Diagnostic.of(ErrorCode.E405, "there is no statement '" + id + "'", help).toException();
    }

    /** A whole number of at most six digits, else 0. */
    private static int number(String text) {
        if (text.isEmpty() || text.length() > 6) {
            return 0;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** Statements as a script that says the same. */
    public static String script(List<Snippet> snippets) {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < snippets.size(); i++) {
            boolean part = i + 1 < snippets.size() && snippets.get(i + 1).needsSeparator();
            script.append(snippets.get(i).text()).append(part ? ";\n" : "\n");
        }
        return script.toString();
    }
}
