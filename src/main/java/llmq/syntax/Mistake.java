package llmq.syntax;

import java.util.List;
import java.util.Locale;
import llmq.diagnostic.Nearest;
import org.antlr.v4.runtime.Token;

/** What is most likely meant where the parser stopped: mistakes that other languages teach, and a few of our own. */
final class Mistake {
    static final String SEVERAL_WORDS = "a name of several words goes in quotes";
    static final String TEXT = "text goes in quotes";

    private final List<? extends Token> tokens;
    private final int index;
    private final Expected expected;
    private final Token token;

    private Mistake(List<? extends Token> tokens, int index, Expected expected) {
        this.tokens = tokens;
        this.index = index;
        this.expected = expected;
        this.token = tokens.get(index);
    }

    /** One line of help, or {@code null}. */
    static String hint(List<? extends Token> tokens, int index, Expected expected) {
        return new Mistake(tokens, index, expected).hint();
    }

    /** What other prompts call otherwise; {@code null} where it is something else. */
    static String ofPrompt(List<? extends Token> tokens, int index, Expected expected) {
        return new Mistake(tokens, index, expected).otherPrompt();
    }

    /** Whether a text ends right before it in a backslash, which other languages put before quotes within. */
    private boolean isEscapedQuote() {
        Token before = index == 0 ? null : tokens.get(index - 1);
        return before != null && before.getType() == LlmqParser.STRING
                && before.getText().charAt(before.getText().length() - 2) == '\\'
                && before.getStopIndex() + 1 == token.getStartIndex();
    }

    private String hint() {
        if (isEscapedQuote()) {
            return "a quote within text is written twice: 'it''s'; or the other kind of quotes goes around";
        }
        if (expected.things().contains("<file>")) {
            return "a file's name goes in quotes";
        }
        if (expected.things().contains("<source>") && Keywords.isVerb(token.getType())) {
            return "a query as a source goes in parentheses";
        }
        String ofPrompt = otherPrompt();
        if (ofPrompt != null && FitMistake.hint(tokens, index, expected) == null) {
            return ofPrompt;
        }
        if (isDashComment()) {
            return "a comment begins with #";
        }
        String ofFit = FitMistake.hint(tokens, index, expected);
        if (ofFit != null) {
            return ofFit;
        }
        if (SyntaxError.isFreeWord(token)) {
            String word = otherLanguage(token.getText().toLowerCase(Locale.ROOT));
            if (word != null) {
                return word;
            }
        }
        return switch (token.getType()) {
            case LlmqParser.QUANTITY -> type(1) == LlmqParser.TOP ? "a number of rows has no unit" : longName();
            case LlmqParser.NAME, LlmqParser.NUMBER, LlmqParser.FUNCTION, LlmqParser.MINUS -> longName();
            case LlmqParser.TIMES -> type(1) == LlmqParser.OPEN && type(2) == LlmqParser.FUNCTION
                    ? "count() counts rows" : null;
            case LlmqParser.STRING -> expected.signs().contains(",") ? "names are separated by commas" : null;
            case LlmqParser.BY -> expected.words().contains("sort") && !expected.words().contains("per")
                    ? "rows are ordered with sort by, and ranked with rank: rank models by mmlu"
                    : expected.words().contains("show") && expected.words().contains("per")
                            ? "groups are made with per" : null;
            case LlmqParser.ASC, LlmqParser.DESC -> type(2) == LlmqParser.PER ? "per makes groups, and stands behind the"
                    + " order: by mmlu asc per family; for a ratio write /" : null;
            case LlmqParser.WHERE -> start() == index - 1 && type(1) == LlmqParser.NAME
                    ? "rows are asked for with a verb: list " + tokens.get(index - 1).getText() + " where …" : null;
            default -> null;
        };
    }

    /** {@code show tables}, {@code show columns from models}, {@code describe table models}, {@code head models}. */
    private String otherPrompt() {
        String next = text(1);
        if (index == start() && token.getType() == LlmqParser.SHOW) {
            return switch (next) {
                case "tables", "databases", "schemas", "views" -> OtherPrompts.instead(next, null);
                case "columns", "fields" -> OtherPrompts.instead(next, text(2).equals("from") ? text(3) : null);
                default -> null;
            };
        }
        if (index == start() && (text(0).equals("desc") || text(0).equals("use"))) {
            return OtherPrompts.instead(text(0), isName(1) ? next : null);
        }
        if (index != start() + 1 && !(index == start() + 2 && type(2) == LlmqParser.DESCRIBE)) {
            return null;
        }
        return text(-1).equals("table") && index == start() + 2 ? OtherPrompts.instead("describe", text(0))
                : index == start() + 1 && type(1) == LlmqParser.NAME && isName(0)
                        ? OtherPrompts.instead(text(-1), tokens.get(index).getText()) : null;
    }

    private boolean isName(int ahead) {
        return index + ahead < tokens.size() && tokens.get(index + ahead).getType() == LlmqParser.NAME;
    }

    /** In small letters; empty beyond the end. */
    private String text(int ahead) {
        int at = index + ahead;
        return at < 0 || at >= tokens.size() || tokens.get(at).getType() == Token.EOF ? ""
                : tokens.get(at).getText().toLowerCase(Locale.ROOT);
    }

    /** Two dashes where no minus can stand, or a line that begins with them: a comment of SQL. */
    private boolean isDashComment() {
        if (token.getType() == LlmqParser.MINUS || token.getType() == LlmqParser.NEGATE) {
            Token next = tokens.get(index + 1);
            return next.getText().equals("-") && next.getStartIndex() == token.getStopIndex() + 1;
        }
        int first = index;
        while (first > 0 && tokens.get(first - 1).getLine() == token.getLine()) {
            first--;
        }
        return first + 1 < index && tokens.get(first).getType() == LlmqParser.NEGATE
                && tokens.get(first + 1).getType() == LlmqParser.NEGATE
                && tokens.get(first + 1).getStartIndex() == tokens.get(first).getStopIndex() + 1;
    }

    private String longName() {
        boolean follows = type(2) == LlmqParser.OF || type(2) == LlmqParser.COMPARE
                || type(2) == LlmqParser.WHATIF && expected.words().contains("with")
                || type(2) == LlmqParser.COMMA && expected.signs().contains(",") && !expected.words().contains("or");
        boolean compared = type(2) == LlmqParser.EQUAL && token.getType() == LlmqParser.NUMBER;
        return type(1) != LlmqParser.NAME || !follows && !compared ? null
                : compared ? TEXT : SEVERAL_WORDS;
    }

    private String otherLanguage(String word) {
        return switch (word) {
            case "limit", "head" -> expected.words().contains("top") ? "top N takes the first N rows" : null;
            case "order", "orderby", "arrange" -> expected.words().contains("sort") ? "rows are ordered with sort by"
                    : expected.words().contains("by") ? "rows are ordered with by" : null;
            case "group", "groupby" -> expected.words().contains("per") ? "groups are made with per"
                    : "groups are made with summarize … per …";
            case "having" -> "a second condition goes into a second statement after |";
            case "from" -> expected.words().contains("for") ? Nearest.meant("for") : "the source follows the verb";
            case "vs", "versus", "over" -> expected.words().contains("against") ? "the two axes are joined by against"
                    : null;
            case "null", "na", "nan" -> expected.words().contains("unknown") ? "a missing value is written unknown"
                    : null;
            case "select" -> expected.words().contains("show") ? "columns are chosen with show" : null;
            default -> null;
        };
    }

    /** What a statement that ends too early cannot do without; {@code null} where that is said by what is expected. */
    static String missing(Expected expected) {
        if (expected.words().contains("by") && expected.words().contains("per")) {
            return "rank needs by: what the rows are ranked by";
        }
        if (expected.words().contains("on")) {
            return "fit needs on: fit Y on X, as in fit mmlu on log10(flops)";
        }
        if (expected.things().contains("<expression>") && expected.words().contains("fit")
                && !expected.words().contains("rank")) {
            return "plot needs what is to be drawn: plot mmlu against flops";
        }
        if (expected.things().contains("<fit>") && !expected.words().contains("band")) {
            return FitMistake.UNNAMED;
        }
        if (expected.words().contains("using") && !expected.end()) {
            return "whatif needs with and using: whatif DBRX with tokens = 15T using FIT";
        }
        return expected.words().contains("show") && expected.words().contains("per")
                ? "summarize needs show: what to gather of each group" : null;
    }

    /** The first token of the statement, as far as separators tell. */
    private int start() {
        int at = index;
        while (at > 0 && tokens.get(at - 1).getType() != LlmqParser.SEMI) {
            at--;
        }
        return at;
    }

    private int type(int before) {
        return index < before ? Token.INVALID_TYPE : tokens.get(index - before).getType();
    }
}
