package llmq.syntax;

import org.antlr.v4.runtime.Token;

/** How names and texts are written so that they read back as what they are. */
public final class Names {
    private Names() {
    }

    /** A name where no statement can start, so that a verb needs no quotes. */
    public static String operand(String name) {
        return isWord(name) && !Keywords.isReserved(Keywords.type(name)) ? name : quoted(name);
    }

    /** A name where a statement, or a keyword such as {@code for}, could stand. */
    public static String anywhere(String name) {
        return isWord(name) && Keywords.type(name) == LlmqParser.NAME ? name : quoted(name);
    }

    /** A name before an opening parenthesis: a verb needs quotes in more places than it is worth telling apart. */
    public static String called(String name) {
        return Keywords.isVerb(Keywords.type(name)) ? quoted(name) : operand(name);
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    /** The title of a column. */
    static String title(String title) {
        return isWord(title) && !Keywords.isReserved(Keywords.type(title)) ? title : text(title);
    }

    /** A text in quotes. */
    public static String text(String text) {
        return text.indexOf('"') < 0 ? '"' + text + '"' : "'" + text.replace("'", "''") + "'";
    }

    static boolean isResult(String name) {
        boolean result = !name.isEmpty() && name.charAt(0) == '$';
        for (int i = 1; i < name.length(); i++) {
            result &= name.charAt(i) >= '0' && name.charAt(i) <= '9';
        }
        return result;
    }

    /** Whether the lexer takes the whole for one name. */
    private static boolean isWord(String name) {
        boolean plain = !name.isEmpty() && !isDigit(name.charAt(0));
        for (int i = 0; i < name.length() && plain; i++) {
            char c = name.charAt(i);
            plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c == '_';
        }
        return plain || isLexed(name);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLexed(String name) {
        LlmqLexer lexer = new LlmqLexer(new Characters(name));
        lexer.removeErrorListeners();
        Token token = lexer.nextToken();
        return token.getType() == LlmqParser.NAME && token.getText().equals(name);
    }
}
