package llmq.repl;

import java.util.List;
import java.util.regex.Pattern;
import llmq.syntax.Lexeme;
import llmq.syntax.Lexemes;
import llmq.text.Role;
import llmq.text.SafeText;
import llmq.text.Theme;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** Colours a statement while it is typed, underlines what nothing is called, and shows which brackets belong. */
final class StatementHighlighter implements Highlighter {
    /** More than this is no statement to be read in colour, and takes long. */
    private static final int LONGEST = 20_000;

    private final Evaluator evaluator;
    private final StatementEditor editor;

    StatementHighlighter(Evaluator evaluator, StatementEditor editor) {
        this.evaluator = evaluator;
        this.editor = editor;
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        return harmless(highlighted(buffer));
    }

    /** Without what would turn the direction of writing or be a command to the terminal, pasted or from a file. */
    private static AttributedString harmless(AttributedString text) {
        int unsafe = 0;
        for (int i = 0; i < text.length(); i++) {
            unsafe += isUnsafe(text.charAt(i)) ? 1 : 0;
        }
        if (unsafe == 0) {
            return text;
        }
        AttributedStringBuilder harmless = new AttributedStringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (!isUnsafe(text.charAt(i))) {
                harmless.append(text.subSequence(i, i + 1));
            }
        }
        return harmless.toAttributedString();
    }

    private static boolean isUnsafe(char c) {
        return c != '\n' && c != '\t' && SafeText.isUnsafe(c) && !Character.isSurrogate(c);
    }

    private AttributedString highlighted(String buffer) {
        Theme theme = evaluator.theme();
        if (theme.isNone() || buffer.isBlank() || buffer.length() > LONGEST) {
            return new AttributedString(buffer);
        }
        try {
            return paint(buffer, theme);
        } catch (RuntimeException | StackOverflowError e) {
            // A colour is not worth the prompt.
            return new AttributedString(buffer);
        }
    }

    private AttributedString paint(String text, Theme theme) {
        AttributedStringBuilder painted = new AttributedStringBuilder();
        String stripped = text.strip();
        if (stripped.startsWith("/") || evaluator.isCommand(stripped)) {
            int start = text.indexOf(stripped);
            int end = start;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            painted.append(text, 0, start).appendAnsi(theme.paint(Role.KEYWORD, text.substring(start, end)));
            return painted.append(text, end, text.length()).toAttributedString();
        }
        List<Lexeme> lexemes = Lexemes.of(text);
        int cursor = editor.isLeaving() ? -1 : editor.getBuffer().cursor();
        int bracket = bracket(lexemes, cursor);
        int partner = bracket < 0 ? -1 : partner(lexemes, bracket);
        int at = 0;
        for (int i = 0; i < lexemes.size(); i++) {
            Lexeme lexeme = lexemes.get(i);
            String word = text.substring(lexeme.start(), lexeme.end());
            Role role = partner >= 0 && (i == bracket || i == partner) ? Role.BRACKET : role(lexeme, word, cursor);
            painted.append(text, at, lexeme.start());
            if (role == null) {
                painted.append(word);
            } else {
                painted.appendAnsi(theme.paint(role, word));
            }
            at = lexeme.end();
        }
        return painted.append(text, at, text.length()).toAttributedString();
    }

    private Role role(Lexeme lexeme, String word, int cursor) {
        boolean typed = cursor >= lexeme.start() && cursor <= lexeme.end();
        if (lexeme.bound() && !typed && evaluator.isUnknown(word)) {
            return Role.MISTAKE;
        }
        return typed && lexeme.kind() == Lexeme.Kind.WRONG ? null : lexeme.kind().role();
    }

    /** The bracket right before the cursor, else the one right after it; −1 for none. */
    private static int bracket(List<Lexeme> lexemes, int cursor) {
        int after = -1;
        for (int i = 0; i < lexemes.size(); i++) {
            Lexeme lexeme = lexemes.get(i);
            if (isBracket(lexeme) && lexeme.end() == cursor) {
                return i;
            }
            after = isBracket(lexeme) && lexeme.start() == cursor ? i : after;
        }
        return after;
    }

    private static boolean isBracket(Lexeme lexeme) {
        return lexeme.kind() == Lexeme.Kind.OPEN || lexeme.kind() == Lexeme.Kind.CLOSE;
    }

    private static int partner(List<Lexeme> lexemes, int bracket) {
        int step = lexemes.get(bracket).kind() == Lexeme.Kind.OPEN ? 1 : -1;
        int depth = 0;
        for (int i = bracket; i >= 0 && i < lexemes.size(); i += step) {
            Lexeme.Kind kind = lexemes.get(i).kind();
            depth += kind == Lexeme.Kind.OPEN ? 1 : kind == Lexeme.Kind.CLOSE ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void setErrorPattern(Pattern errorPattern) {
        // What is wrong is found by the lexer.
    }

    @Override
    public void setErrorIndex(int errorIndex) {
        // As above.
    }
}
