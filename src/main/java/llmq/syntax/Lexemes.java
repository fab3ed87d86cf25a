package llmq.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** A text taken apart as the parser reads it, but to its end, whatever is wrong with it: for colours. */
public final class Lexemes {
    private final List<Lexeme> lexemes = new ArrayList<>();
    /** The verb of the statement at hand; 0 for an expression. */
    private int verb;
    /** Whether names can stand for what only a run would tell: the columns of a loaded file, of a query. */
    private boolean open;

    private Lexemes() {
    }

    /** All of a text, in its order; white space is in none of them. */
    public static List<Lexeme> of(String text) {
        LlmqLexer lexer = new LlmqLexer(new Characters(text));
        lexer.removeErrorListeners();
        List<CommonToken> raw = new ArrayList<>();
        List<Lexeme> comments = new ArrayList<>();
        CommonToken token;
        do {
            token = (CommonToken) lexer.nextToken();
            if (token.getChannel() == Token.DEFAULT_CHANNEL) {
                raw.add(token);
            } else {
                comments.add(new Lexeme(Lexeme.Kind.COMMENT, token.getStartIndex(), token.getStopIndex() + 1, false));
            }
        } while (token.getType() != Token.EOF);
        Lexemes found = new Lexemes();
        found.add(new Words(new Quantities(raw).join()).read(), comments);
        return found.lexemes;
    }

    private void add(List<CommonToken> tokens, List<Lexeme> comments) {
        Set<String> titles = titles(tokens);
        int comment = 0;
        int before = LlmqParser.SEMI;
        for (CommonToken token : tokens) {
            int type = token.getType();
            while (comment < comments.size() && comments.get(comment).start() < token.getStartIndex()) {
                lexemes.add(comments.get(comment++));
            }
            boolean bound = follow(type, before);
            if (token.getStopIndex() >= token.getStartIndex() && type != Token.EOF) {
                lexemes.add(new Lexeme(kind(token), token.getStartIndex(), token.getStopIndex() + 1,
                        bound && !token.getText().startsWith("`") && !titles.contains(folded(token))));
            }
            before = type;
        }
        lexemes.addAll(comments.subList(comment, comments.size()));
    }

    /** What columns are called in the text, which may stand before that too. */
    private static Set<String> titles(List<CommonToken> tokens) {
        Set<String> titles = new HashSet<>();
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i - 1).getType() == LlmqParser.AS) {
                titles.add(folded(tokens.get(i)));
            }
        }
        return titles;
    }

    private static String folded(CommonToken token) {
        return token.getText().toLowerCase(Locale.ROOT);
    }

    /** Goes on by one token, and says whether a name there must be had by something. */
    private boolean follow(int type, int before) {
        if (type == LlmqParser.SEMI) {
            verb = 0;
        } else if (Keywords.isVerb(type)) {
            verb = type == LlmqParser.EXPLAIN ? 0 : type;
        }
        // A result may be one of a statement before.
        open |= type == LlmqParser.PIPE || type == LlmqParser.RESULT || type == LlmqParser.LET || type == LlmqParser.LOAD
                || type == LlmqParser.PARAM || type == LlmqParser.ASSUME
                || type == LlmqParser.AS && verb == LlmqParser.FIT;
        if (open || type != LlmqParser.NAME && type != LlmqParser.FUNCTION) {
            return false;
        }
        return switch (verb) {
            case 0, LlmqParser.LIST, LlmqParser.RANK, LlmqParser.SUMMARIZE, LlmqParser.FRONTIER, LlmqParser.FIT,
                    LlmqParser.PLOT ->
                    before != LlmqParser.OF && before != LlmqParser.AS && before != LlmqParser.USING
                            && before != LlmqParser.PIPE && before != LlmqParser.BAD_NUMBER
                            && before != LlmqParser.UNRECOGNIZED;
            default -> false;
        };
    }

    private static Lexeme.Kind kind(CommonToken token) {
        int type = token.getType();
        if (Keywords.isWord(type)) {
            return Lexeme.Kind.KEYWORD;
        }
        return switch (type) {
            case LlmqParser.CONVERT, LlmqParser.CURVE, LlmqParser.STEPS -> Lexeme.Kind.KEYWORD;
            case LlmqParser.NAME -> Lexeme.Kind.NAME;
            case LlmqParser.FUNCTION -> Lexeme.Kind.FUNCTION;
            case LlmqParser.NUMBER, LlmqParser.QUANTITY, LlmqParser.UNIT, LlmqParser.DATE, LlmqParser.VERSION ->
                    Lexeme.Kind.FIGURE;
            case LlmqParser.STRING, LlmqParser.WHY -> Lexeme.Kind.TEXT;
            case LlmqParser.RESULT -> Lexeme.Kind.RESULT;
            case LlmqParser.OPEN -> Lexeme.Kind.OPEN;
            case LlmqParser.CLOSE -> Lexeme.Kind.CLOSE;
            // A text is not wrong before its end is typed.
            case LlmqParser.UNCLOSED -> token.getText().startsWith("`") ? Lexeme.Kind.NAME : Lexeme.Kind.TEXT;
            case LlmqParser.BAD_NUMBER, LlmqParser.BAD_DATE, LlmqParser.UNRECOGNIZED -> Lexeme.Kind.WRONG;
            default -> Lexeme.Kind.SIGN;
        };
    }
}
