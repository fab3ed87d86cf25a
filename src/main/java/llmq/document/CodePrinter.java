package llmq.document;

import llmq.syntax.Lexeme;
import llmq.syntax.Lexemes;
import llmq.syntax.Pasted;
import llmq.text.Role;
import llmq.text.SafeText;
import llmq.text.Theme;

/** Prints statements in the colours in which they are typed. */
public final class CodePrinter {
    private CodePrinter() {
    }

    /** A statement, of one line or several, as the prompt shows it after it was entered, with a line end. */
    public static String typed(String statement, String prompt, Theme theme) {
        StringBuilder out = new StringBuilder();
        String before = prompt;
        for (String line : painted(statement, theme).split("\n", -1)) {
            out.append(theme.paint(Role.PROMPT, before)).append(line).append('\n');
            before = Pasted.more(prompt);
        }
        return out.toString();
    }

    /** In colours that end with each line. */
    public static String painted(String statement, Theme theme) {
        String text = SafeText.lines(statement);
        if (theme.isNone()) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Lexeme lexeme : Lexemes.of(text)) {
            out.append(text, at, lexeme.start());
            at = lexeme.end();
            Role role = lexeme.kind().role();
            String[] lines = text.substring(lexeme.start(), at).split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                out.append(i == 0 ? "" : "\n").append(role == null ? lines[i] : theme.paint(role, lines[i]));
            }
        }
        return out.append(text, at, text.length()).toString();
    }
}
