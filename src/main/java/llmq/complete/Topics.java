package llmq.complete;

import java.util.Locale;
import llmq.syntax.Verb;
import llmq.syntax.tree.Statement;

/** The word at the caret that there is a page on. */
final class Topics {
    private final Completer completer;
    private final String text;

    Topics(Completer completer, String text) {
        this.completer = completer;
        this.text = text;
    }

    /** What help is asked for; {@code null} where no whole word stands before the caret, or there is nothing to tell. */
    String before(int caret) {
        int end = caret;
        String topic = ending(end);
        while (topic == null && end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        if (topic == null && end < caret) {
            topic = ending(end);
        }
        if (topic == null && end > 1 && (text.charAt(end - 1) == '(' || text.charAt(end - 1) == '=')) {
            end--;
            while (end > 0 && text.charAt(end - 1) == ' ') {
                end--;
            }
            topic = ending(end);
        }
        return topic;
    }

    /** The one that ends there. */
    private String ending(int end) {
        if (end == 0) {
            return null;
        }
        char last = text.charAt(end - 1);
        boolean quoted = last == '"' || last == '\'' || last == '`';
        // Once it is closed, nothing is typed any more.
        int typed = quoted ? end - 1 : end;
        Completion completion = completer.complete(text.substring(0, typed), typed);
        String word = text.substring(completion.from(), end);
        if (completion.from() == typed) {
            return null;
        }
        for (Candidate candidate : completion.candidates()) {
            String bare = bare(candidate.text());
            if (bare.equalsIgnoreCase(word)) {
                return topic(candidate.kind(), bare, completion.from());
            }
        }
        return null;
    }

    /** Without what goes on from it. */
    static String bare(String word) {
        int length = word.length();
        return length > 1 && word.endsWith("(") ? word.substring(0, length - 1)
                : word.endsWith(" = ") ? word.substring(0, length - 3) : word;
    }

    private String topic(Candidate.Kind kind, String word, int start) {
        return switch (kind) {
            case VALUE, FILE, COLUMN, SIGN, STATEMENT -> null;
            case KEYWORD -> Statement.FitOption.Kind.named(word).isEmpty() ? statement(word, start) : word;
            default -> word;
        };
    }

    /**
     * The word that starts the statement, or the part of it between pipes and parentheses, that goes on there, where
     * its form has the keyword.
     */
    private String statement(String keyword, int start) {
        Verb found = null;
        boolean begins = true;
        int at = 0;
        while (at < start) {
            char c = text.charAt(at);
            if (Character.isLetter(c)) {
                int end = at;
                while (end < start && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
                    end++;
                }
                Verb verb = begins ? Verb.find(text.substring(at, end)) : null;
                found = verb != null ? verb : found;
                begins = verb == Verb.EXPLAIN;
                at = end;
                continue;
            }
            begins = c == ';' || c == '|' || c == '(' || c == '\n' || begins && Character.isWhitespace(c);
            at++;
        }
        return found != null && found.form().contains(keyword.toLowerCase(Locale.ROOT)) ? found.word() : null;
    }
}
