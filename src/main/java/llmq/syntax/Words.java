package llmq.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * The pass over the tokens that decides what one of them alone does not tell: which words are keywords and which are
 * names where they stand, which {@code -} is a sign, which name is called; where a line starts a bare expression, for
 * which it puts in the separator that the writer may leave out; and where a statement starts with a pipe, for which it
 * puts in the last result.
 *
 * <p>All turns on what the token before leaves open: the start of a statement, an operand that must follow, or an end
 * after which an operator, a clause or the next statement may come.
 */
final class Words {
    private final List<CommonToken> tokens;
    private final List<CommonToken> read;
    private int at;
    private int depth;
    /** By depth, the verb of the statement that is being read; 0 for an expression. */
    private int[] verbs = new int[8];
    /** By depth, the last word that started a clause of that statement, or the verb. */
    private int[] clauses = new int[8];
    private boolean defined;

    Words(List<CommonToken> tokens) {
        this.tokens = tokens;
        this.read = new ArrayList<>(tokens.size() + 8);
    }

    List<CommonToken> read() {
        for (at = 0; at < tokens.size(); at++) {
            CommonToken token = tokens.get(at);
            int type = type(token);
            if (startsBareLine(token, type)) {
                read.add(separator(token));
                begin(0);
                // What a separator comes before is the start of a statement.
                type = type(token);
            }
            if (type == LlmqParser.PIPE && before() == LlmqParser.SEMI) {
                read.add(lastResult(token));
            }
            token.setType(type);
            follow(type);
            read.add(token);
        }
        return read;
    }

    /** What a pipe at the start of a statement takes. */
    private static CommonToken lastResult(CommonToken pipe) {
        CommonToken result = new CommonToken(pipe);
        result.setType(LlmqParser.RESULT);
        result.setStopIndex(pipe.getStartIndex() - 1);
        result.setText("$");
        return result;
    }

    private void follow(int type) {
        if (type == LlmqParser.OPEN) {
            depth++;
            if (depth == verbs.length) {
                verbs = Arrays.copyOf(verbs, 2 * depth);
                clauses = Arrays.copyOf(clauses, 2 * depth);
            }
            begin(0);
        } else if (type == LlmqParser.CLOSE) {
            depth = Math.max(0, depth - 1);
        } else if (type == LlmqParser.SEMI) {
            depth = 0;
            begin(0);
        } else if (type == LlmqParser.DEFINE) {
            defined = true;
        } else if (Keywords.isVerb(type)) {
            begin(type);
            defined = depth > 0 ? defined : type != LlmqParser.LET;
        } else if (Keywords.startsClause(type)) {
            clauses[depth] = type;
        }
    }

    private void begin(int verb) {
        verbs[depth] = verb;
        clauses[depth] = verb;
    }

    private int type(CommonToken token) {
        return switch (token.getType()) {
            case LlmqParser.NAME -> word(token);
            case LlmqParser.QUOTED_NAME -> isCalled(token) ? LlmqParser.FUNCTION : LlmqParser.NAME;
            case LlmqParser.MINUS -> isEnd() ? LlmqParser.MINUS : LlmqParser.NEGATE;
            case LlmqParser.EQUAL -> !defined && verbs[0] == LlmqParser.LET && depth == 0 ? LlmqParser.DEFINE
                    : LlmqParser.EQUAL;
            case LlmqParser.STRING -> verbs[0] == LlmqParser.ASSERT && depth == 0 && isEnd() ? LlmqParser.WHY
                    : LlmqParser.STRING;
            case LlmqParser.NUMBER, LlmqParser.BAD_NUMBER, LlmqParser.DATE, LlmqParser.QUANTITY ->
                    before() == LlmqParser.CATALOG ? LlmqParser.VERSION : token.getType();
            default -> token.getType();
        };
    }

    private int word(CommonToken token) {
        int type = Keywords.type(token.getText());
        if (type == LlmqParser.FIT && isCurve()) {
            return LlmqParser.CURVE;
        }
        if (type == LlmqParser.FRONTIER && verbs[depth] == LlmqParser.PLOT && isOverlay(before())) {
            return LlmqParser.STEPS;
        }
        if (type == LlmqParser.NAME || isName(type)) {
            return isCalled(token) ? LlmqParser.FUNCTION : LlmqParser.NAME;
        }
        return type;
    }

    /** Whether a word that is a keyword elsewhere is a name here. */
    private boolean isName(int type) {
        int before = before();
        if (Keywords.isVerb(type)) {
            return !isVerb(type, before);
        }
        if (before == LlmqParser.DESCRIBE) {
            // Whatever word it is, it is asked about.
            return true;
        }
        return switch (type) {
            case LlmqParser.TOP, LlmqParser.SORT -> isOperand() && operates(next());
            case LlmqParser.KNOWN, LlmqParser.UNKNOWN -> before != LlmqParser.IS
                    && !(before == LlmqParser.NOT && before(2) == LlmqParser.IS);
            case LlmqParser.INTERVALS, LlmqParser.DOMINATED -> before != LlmqParser.WITH
                    || verbs[depth] == LlmqParser.WHATIF;
            case LlmqParser.SEED -> before != LlmqParser.INTERVALS && before(2) != LlmqParser.BOOTSTRAP;
            case LlmqParser.CATALOG -> before != LlmqParser.REQUIRE;
            case LlmqParser.FOR, LlmqParser.AGAINST, LlmqParser.TO -> !isEnd() && !takesSource(before);
            case LlmqParser.ON, LlmqParser.USING, LlmqParser.AT, LlmqParser.PLAIN, LlmqParser.ERRORS,
                    LlmqParser.BOOTSTRAP, LlmqParser.LEAVE, LlmqParser.OUT, LlmqParser.ONE, LlmqParser.CONSTANT ->
                    !isOfFit(type, before);
            case LlmqParser.LOG, LlmqParser.LINEAR, LlmqParser.X, LlmqParser.Y, LlmqParser.COLOR, LlmqParser.SIZE,
                    LlmqParser.LABEL, LlmqParser.BAND, LlmqParser.INTERVAL, LlmqParser.BINS, LlmqParser.TITLED ->
                    verbs[depth] != LlmqParser.PLOT || !isOfPlot(type, before);
            default -> false;
        };
    }

    /** Whether a word that only fits know stands in its place in one of their statements. */
    private boolean isOfFit(int type, int before) {
        int verb = verbs[depth];
        return switch (type) {
            case LlmqParser.ON -> clauses[depth] == LlmqParser.FIT && isEnd();
            case LlmqParser.USING -> (verb == LlmqParser.FIT || verb == LlmqParser.WHATIF) && isEnd();
            case LlmqParser.AT -> before(2) == LlmqParser.PREDICT;
            case LlmqParser.ERRORS -> before == LlmqParser.PLAIN;
            case LlmqParser.ONE -> before == LlmqParser.LEAVE;
            case LlmqParser.OUT -> before == LlmqParser.LEAVE || before == LlmqParser.ONE;
            default -> verb == LlmqParser.FIT && clauses[depth] == LlmqParser.WITH
                    && (before == LlmqParser.WITH || before == LlmqParser.COMMA);
        };
    }

    /** Whether a word that only pictures know stands in its place in one. */
    private boolean isOfPlot(int type, int before) {
        return switch (type) {
            case LlmqParser.X, LlmqParser.Y -> isScale(before)
                    || before == LlmqParser.COMMA && isScale(clauses[depth]);
            case LlmqParser.BAND, LlmqParser.INTERVAL -> isOverlay(before);
            default -> isEnd() && (tokens.get(at).getLine() == read.get(read.size() - 1).getLine()
                    || goesOn(type, next()));
        };
    }

    /** Whether a word may have been meant to start a clause, with this token after it. */
    static boolean isClause(int type, int next) {
        return switch (type) {
            case LlmqParser.LOG, LlmqParser.LINEAR, LlmqParser.COLOR, LlmqParser.SIZE, LlmqParser.LABEL,
                    LlmqParser.BINS, LlmqParser.TITLED -> goesOn(type, next) || next == LlmqParser.NAME;
            default -> Keywords.startsClause(type);
        };
    }

    /** Whether a word that starts a line is a clause, and not an expression, as the token after it tells. */
    private static boolean goesOn(int type, int next) {
        if (next == Token.EOF) {
            return true;
        }
        return switch (type) {
            case LlmqParser.LOG, LlmqParser.LINEAR -> next == LlmqParser.X || next == LlmqParser.Y;
            case LlmqParser.LABEL -> next == LlmqParser.BY || next == LlmqParser.TOP;
            case LlmqParser.BINS -> next == LlmqParser.NUMBER;
            case LlmqParser.TITLED -> next == LlmqParser.STRING;
            default -> next == LlmqParser.BY;
        };
    }

    private static boolean isScale(int type) {
        return type == LlmqParser.LOG || type == LlmqParser.LINEAR;
    }

    private boolean isOverlay(int before) {
        return clauses[depth] == LlmqParser.WITH && (before == LlmqParser.WITH || before == LlmqParser.COMMA);
    }

    /** Whether a {@code fit} is that of {@code plot fit NAME}, and no column of that name. */
    private boolean isCurve() {
        int next = next();
        return before() == LlmqParser.PLOT
                && (next == LlmqParser.NAME || next == LlmqParser.QUOTED_NAME || next == Token.EOF);
    }

    private boolean isVerb(int type, int before) {
        if (before == LlmqParser.DESCRIBE) {
            // 'describe rank' asks about the verb, unless a statement goes on from it.
            int next = next();
            return !(next == Token.EOF || next == LlmqParser.SEMI || Keywords.isVerb(next));
        }
        if (isStart(before) || takesSource(before)) {
            return true;
        }
        if (isEnd()) {
            return depth == 0;
        }
        boolean mayBegin = before == LlmqParser.DEFINE || before == LlmqParser.OPEN;
        // '(list)' is all of a query, and 'max(rank)' a name.
        boolean alone = next() == LlmqParser.CLOSE && before(2) != LlmqParser.FUNCTION
                && (type == LlmqParser.LIST || type == LlmqParser.COMPARE);
        return mayBegin && Keywords.isQuery(type) && (alone || !operates(next()));
    }

    private boolean isCalled(CommonToken name) {
        CommonToken next = tokens.get(at + 1);
        return next.getType() == LlmqParser.OPEN && next.getLine() == name.getLine();
    }

    private boolean startsBareLine(CommonToken token, int type) {
        if (depth > 0 || read.isEmpty() || token.getLine() == read.get(read.size() - 1).getLine()) {
            return false;
        }
        if (!isEnd() && before() != LlmqParser.DESCRIBE) {
            return false;
        }
        return switch (type) {
            case LlmqParser.NAME, LlmqParser.FUNCTION, LlmqParser.NUMBER, LlmqParser.QUANTITY, LlmqParser.DATE,
                    LlmqParser.STRING, LlmqParser.RESULT, LlmqParser.OPEN, LlmqParser.TRUE, LlmqParser.FALSE -> true;
            case LlmqParser.NOT -> {
                int next = next();
                yield next != LlmqParser.IN && next != LlmqParser.BETWEEN && next != LlmqParser.LIKE;
            }
            default -> false;
        };
    }

    private static CommonToken separator(CommonToken before) {
        CommonToken separator = new CommonToken(before);
        separator.setType(LlmqParser.SEMI);
        separator.setStopIndex(before.getStartIndex() - 1);
        separator.setText("");
        return separator;
    }

    /** Whether a token is a separator that the writer left out. */
    static boolean isUnwritten(Token token) {
        return token.getType() == LlmqParser.SEMI && token.getStopIndex() < token.getStartIndex();
    }

    private int before() {
        return before(1);
    }

    private int before(int distance) {
        int index = read.size() - distance;
        return index < 0 ? LlmqParser.SEMI : read.get(index).getType();
    }

    /** The token after this one, a word by what it is as a keyword. */
    private int next() {
        CommonToken next = tokens.get(at + 1);
        return next.getType() == LlmqParser.NAME ? Keywords.type(next.getText()) : next.getType();
    }

    private static boolean isStart(int before) {
        return before == LlmqParser.SEMI || before == LlmqParser.PIPE || before == LlmqParser.EXPLAIN;
    }

    /** Whether a source may follow, so that a verb there is no name. */
    private static boolean takesSource(int before) {
        return switch (before) {
            case LlmqParser.LIST, LlmqParser.RANK, LlmqParser.SUMMARIZE, LlmqParser.COMPARE, LlmqParser.SAVE,
                    LlmqParser.FOR -> true;
            default -> false;
        };
    }

    /** Whether an operand has to come. */
    private boolean isOperand() {
        return !isStart(before()) && !isEnd() && !takesSource(before());
    }

    /** Whether the token before may be the last of an operand or of a clause. */
    private boolean isEnd() {
        return switch (before()) {
            case LlmqParser.NAME, LlmqParser.NUMBER, LlmqParser.QUANTITY, LlmqParser.UNIT, LlmqParser.DATE,
                    LlmqParser.STRING, LlmqParser.RESULT, LlmqParser.CLOSE, LlmqParser.PERCENT, LlmqParser.TRUE,
                    LlmqParser.FALSE, LlmqParser.ASC, LlmqParser.DESC, LlmqParser.KNOWN, LlmqParser.UNKNOWN,
                    LlmqParser.INTERVALS, LlmqParser.DOMINATED, LlmqParser.WHY, LlmqParser.VERSION,
                    LlmqParser.BAD_NUMBER, LlmqParser.BAD_DATE, LlmqParser.ERRORS, LlmqParser.CONSTANT,
                    LlmqParser.X, LlmqParser.Y, LlmqParser.STEPS, LlmqParser.BAND, LlmqParser.INTERVAL -> true;
            // 'leave one out' is whole, 'leave out' wants to know what.
            case LlmqParser.OUT -> before(2) == LlmqParser.ONE;
            default -> false;
        };
    }

    /** Whether the token can only go on from an operand, so that what stands before it is a name. */
    private static boolean operates(int next) {
        return switch (next) {
            case LlmqParser.PLUS, LlmqParser.MINUS, LlmqParser.TIMES, LlmqParser.DIVIDE, LlmqParser.POWER,
                    LlmqParser.EQUAL, LlmqParser.UNEQUAL, LlmqParser.LESS, LlmqParser.AT_MOST, LlmqParser.GREATER,
                    LlmqParser.AT_LEAST, LlmqParser.CLOSE, LlmqParser.COMMA, LlmqParser.AND, LlmqParser.OR,
                    LlmqParser.IN, LlmqParser.CONVERT, LlmqParser.BETWEEN, LlmqParser.LIKE, LlmqParser.IS,
                    LlmqParser.OF, LlmqParser.ASC, LlmqParser.DESC -> true;
            default -> false;
        };
    }
}
