package llmq.repl;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import llmq.render.Role;
import llmq.render.Theme;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** Colours keywords, literals and comments while a statement is typed. */
final class StatementHighlighter implements Highlighter {
    private final Evaluator evaluator;
    private final Set<String> keywords;

    StatementHighlighter(Evaluator evaluator, Iterable<String> keywords) {
        this.evaluator = evaluator;
        this.keywords = new HashSet<>();
        for (String keyword : keywords) {
            this.keywords.add(keyword);
        }
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        Theme theme = evaluator.theme();
        if (theme.isNone()) {
            return new AttributedString(buffer);
        }
        try {
            return paint(buffer, theme);
        } catch (RuntimeException e) {
            // A colour is not worth the prompt.
            return new AttributedString(buffer);
        }
    }

    private AttributedString paint(String text, Theme theme) {
        AttributedStringBuilder painted = new AttributedStringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = end(text, at);
            Role role = role(text, at, end);
            String piece = text.substring(at, end);
            if (role == null) {
                painted.append(piece);
            } else {
                painted.appendAnsi(theme.paint(role, piece));
            }
            at = end;
        }
        return painted.toAttributedString();
    }

    /** The end of the piece that starts here: a text, a comment, a word or number, or one character. */
    private static int end(String text, int start) {
        char first = text.charAt(start);
        int end = start + 1;
        if (first == '\'' || first == '"' || first == '`') {
            int close = text.indexOf(first, end);
            return close < 0 ? text.length() : close + 1;
        }
        if (first == '#') {
            int close = text.indexOf('\n', end);
            return close < 0 ? text.length() : close;
        }
        if (isWord(first)) {
            while (end < text.length() && (isWord(text.charAt(end)) || isPoint(text, end))) {
                end++;
            }
        }
        return end;
    }

    private Role role(String text, int start, int end) {
        char first = text.charAt(start);
        if (first == '#') {
            return Role.COMMENT;
        }
        if (first == '\'' || first == '"' || first >= '0' && first <= '9') {
            return Role.LITERAL;
        }
        return isWord(first) && keywords.contains(text.substring(start, end).toLowerCase(Locale.ROOT))
                ? Role.KEYWORD : null;
    }

    private static boolean isWord(char character) {
        return Character.isLetterOrDigit(character) || character == '_';
    }

    private static boolean isPoint(String text, int at) {
        return text.charAt(at) == '.' && Character.isDigit(text.charAt(at - 1));
    }

    @Override
    public void setErrorPattern(Pattern errorPattern) {
        // Nothing is marked as an error while it is typed.
    }

    @Override
    public void setErrorIndex(int errorIndex) {
        // As above.
    }
}
