package llmq.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words of the language, read off the grammar's tokens: their names, and by their order the groups they form. */
public final class Keywords {
    private static final Map<String, Integer> TYPES = types();
    private static final int LONGEST = 9;

    private Keywords() {
    }

    private static Map<String, Integer> types() {
        Map<String, Integer> types = new HashMap<>();
        for (int type = LlmqParser.LIST; type <= LlmqParser.CATALOG; type++) {
            types.put(word(type), type);
        }
        types.put("colour", LlmqParser.COLOR);
        return Map.copyOf(types);
    }

    /** The verbs that may start a statement. */
    public static List<String> verbs() {
        return words(LlmqParser.LIST, LlmqParser.REQUIRE);
    }

    /** The words that are never a name, unless in backquotes. */
    public static List<String> reserved() {
        return words(LlmqParser.WHERE, LlmqParser.FALSE);
    }

    private static List<String> words(int first, int last) {
        List<String> words = new ArrayList<>();
        for (int type = first; type <= last; type++) {
            words.add(word(type));
        }
        return words;
    }

    static String word(int type) {
        return LlmqParser.VOCABULARY.getSymbolicName(type).toLowerCase(Locale.ROOT);
    }

    /** The token type of a word, wherever it stands; {@code NAME} where it is none of the language's. */
    static int type(String word) {
        if (word.length() > LONGEST) {
            return LlmqParser.NAME;
        }
        Integer type = TYPES.get(word.toLowerCase(Locale.ROOT));
        return type == null ? LlmqParser.NAME : type;
    }

    static boolean isVerb(int type) {
        return type >= LlmqParser.LIST && type <= LlmqParser.REQUIRE;
    }

    /** Whether the verb makes rows, and so may stand in parentheses where rows are taken. */
    static boolean isQuery(int verb) {
        return verb >= LlmqParser.LIST && verb <= LlmqParser.PREDICT;
    }

    /** Whether the word starts a clause of a statement, as far as the words within the clause depend on it. */
    static boolean startsClause(int type) {
        return switch (type) {
            case LlmqParser.WHERE, LlmqParser.BY, LlmqParser.PER, LlmqParser.TOP, LlmqParser.SHOW, LlmqParser.SORT,
                    LlmqParser.AS, LlmqParser.WITH, LlmqParser.FOR, LlmqParser.ON, LlmqParser.USING,
                    LlmqParser.AT, LlmqParser.LOG, LlmqParser.LINEAR, LlmqParser.COLOR, LlmqParser.SIZE,
                    LlmqParser.LABEL, LlmqParser.BINS, LlmqParser.TITLED -> true;
            default -> false;
        };
    }

    static boolean isReserved(int type) {
        return type >= LlmqParser.WHERE && type <= LlmqParser.FALSE;
    }

    /** Whether a word has a meaning of its own somewhere. */
    public static boolean isWord(String word) {
        return type(word) != LlmqParser.NAME;
    }

    static boolean isWord(int type) {
        return type >= LlmqParser.LIST && type <= LlmqParser.CATALOG;
    }
}
