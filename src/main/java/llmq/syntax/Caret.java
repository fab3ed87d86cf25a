package llmq.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/**
 * The end of a text that is being typed: the word there, and what may stand in its place. The parser itself is asked,
 * once for every kind of token, so that the answer is the grammar's.
 */
public final class Caret {

    /** What is being typed at the end of the text. */
    public enum Typed {
        /** Nothing: white space or a sign stands before. */
        NOTHING,
        WORD,
        /** A number, a date: what only the user knows. */
        NUMBER,
        /** A text whose closing quote is not there yet. */
        TEXT,
        /** A name in backquotes, likewise. */
        QUOTED_NAME,
        RESULT,
        COMMENT
    }

    private static final String PROBE = "llmq_probe";
    /** Of all units the one that is no field. */
    private static final String UNIT_PROBE = "USD";
    private static final int MOST = 4000;

    private final SourceText text;
    private final Typed typed;
    private final int from;
    private final List<CommonToken> tokens;
    private final CommonToken end;

    private Caret(SourceText text, Typed typed, int from, List<CommonToken> tokens, CommonToken end) {
        this.text = text;
        this.typed = typed;
        this.from = from;
        this.tokens = tokens;
        this.end = end;
    }

    /** @param before the text up to the caret */
    public static Caret at(String before) {
        SourceText text = SourceText.of(before);
        LlmqLexer lexer = new LlmqLexer(new Characters(before));
        lexer.removeErrorListeners();
        List<CommonToken> tokens = new ArrayList<>();
        CommonToken token = (CommonToken) lexer.nextToken();
        CommonToken comment = null;
        while (token.getType() != Token.EOF && tokens.size() <= MOST) {
            if (token.getChannel() != Token.DEFAULT_CHANNEL) {
                comment = token;
            } else if (token.getType() == LlmqParser.SEMI) {
                // Nothing before it has a say in what follows.
                tokens.clear();
            } else if (token.getType() != LlmqParser.UNRECOGNIZED) {
                tokens.add(token);
            }
            token = (CommonToken) lexer.nextToken();
        }
        int length = before.length();
        CommonToken last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        Typed typed = comment != null && comment.getStopIndex() == length - 1 ? Typed.COMMENT
                : last == null || last.getStopIndex() != length - 1 ? Typed.NOTHING : typed(last);
        boolean partial = typed != Typed.NOTHING && typed != Typed.COMMENT;
        int from = partial ? last.getStartIndex() : length;
        if (partial) {
            tokens.remove(last);
        }
        for (CommonToken broken : tokens) {
            int type = broken.getType();
            broken.setType(type == LlmqParser.UNCLOSED ? LlmqParser.STRING
                    : type == LlmqParser.BAD_DATE ? LlmqParser.DATE : type);
        }
        CommonToken end = new CommonToken(token);
        end.setType(Token.EOF);
        end.setStartIndex(from);
        end.setStopIndex(from - 1);
        end.setText("");
        boolean tooMany = tokens.size() > MOST;
        return new Caret(text, tooMany ? Typed.COMMENT : typed, from, tooMany ? List.of() : tokens, end);
    }

    private static Typed typed(CommonToken last) {
        return switch (last.getType()) {
            case LlmqParser.NAME -> Typed.WORD;
            case LlmqParser.NUMBER, LlmqParser.BAD_NUMBER, LlmqParser.DATE, LlmqParser.BAD_DATE -> Typed.NUMBER;
            case LlmqParser.UNCLOSED -> last.getText().charAt(0) == '`' ? Typed.QUOTED_NAME : Typed.TEXT;
            case LlmqParser.RESULT -> Typed.RESULT;
            default -> Typed.NOTHING;
        };
    }

    public Typed typed() {
        return typed;
    }

    /** Where the word starts that is being typed, with its quote if it has one; the end of the text for none. */
    public int from() {
        return from;
    }

    /** That word, with its quote. */
    public String word() {
        return text.text().substring(from);
    }

    /** The statement's, or that of its part that the caret is in, as far as words tell; {@code null} for none. */
    public Verb verb() {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            boolean name = tokens.get(i).getType() == LlmqParser.NAME;
            Verb verb = name ? Verb.find(tokens.get(i).getText()) : null;
            boolean part = verb == Verb.FIT && i > 0 && tokens.get(i - 1).getText().equalsIgnoreCase("plot");
            if (verb != null && !part) {
                return verb;
            }
        }
        return null;
    }

    /** The name right before the caret, where a parenthesis would make a call of it; {@code null} for none. */
    public String nameBefore() {
        CommonToken last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        boolean near = last != null && last.getType() == LlmqParser.NAME && last.getLine() == end.getLine()
                && Keywords.type(last.getText()) == LlmqParser.NAME;
        boolean defined = near && tokens.size() > 1
                && Keywords.type(tokens.get(tokens.size() - 2).getText()) == LlmqParser.LET;
        near &= !defined;
        return near ? last.getText() : null;
    }

    /** The end of the token that starts where the word does, in the whole text: past the caret where it goes on. */
    public static int end(String whole, int from, int caret) {
        LlmqLexer lexer = new LlmqLexer(new Characters(whole));
        lexer.removeErrorListeners();
        for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
            if (token.getStartIndex() == from) {
                boolean closed = token.getType() != LlmqParser.UNCLOSED;
                return closed ? Math.max(caret, token.getStopIndex() + 1) : caret;
            }
            if (token.getStartIndex() > from) {
                break;
            }
        }
        return caret;
    }

    /** What may stand instead of the word, keywords first; after a mistake, what might if that were mended. */
    public List<Slot> slots() {
        List<CommonToken> before;
        try {
            before = typed == Typed.COMMENT ? null : new Mending(text, end).of(tokens);
        } catch (LlmqException tooDeep) {
            before = null;
        }
        return before == null ? List.of() : new Asking(before).slots();
    }

    /** Every kind of token, one after another. */
    private final class Asking {
        private final List<CommonToken> before;
        private final List<Slot> slots = new ArrayList<>();
        private Boolean whole;
        private final String started = typed == Typed.WORD ? word().toLowerCase(Locale.ROOT) : "";

        Asking(List<CommonToken> before) {
            this.before = before;
        }

        List<Slot> slots() {
            boolean words = typed == Typed.NOTHING || typed == Typed.WORD;
            for (int type = LlmqParser.LIST; words && type <= LlmqParser.CATALOG; type++) {
                if (Keywords.word(type).startsWith(started)) {
                    keyword(type);
                }
            }
            if (typed != Typed.TEXT && typed != Typed.RESULT) {
                // A number may be part of a name: 8x7B.
                name();
            }
            if (words) {
                unit();
            }
            if (typed != Typed.NUMBER) {
                text();
                other(LlmqParser.RESULT, "$", Slot.Kind.RESULT);
            }
            if (typed == Typed.NOTHING || typed == Typed.NUMBER) {
                other(LlmqParser.NUMBER, "1", Slot.Kind.NUMBER);
            }
            for (int type = LlmqParser.SEMI; typed == Typed.NOTHING && type <= LlmqParser.POWER; type++) {
                sign(type);
            }
            return slots;
        }

        private Trial ask(int type, String written) {
            CommonToken probe = new CommonToken(type, written);
            return Trial.of(text, before, end, probe);
        }

        private void keyword(int type) {
            String word = Keywords.word(type);
            Trial trial = ask(LlmqParser.NAME, word);
            int last = trial.type(0);
            // The 'in' before a unit has a type of its own, and needs the unit to be told by.
            boolean meant = last == type || type == LlmqParser.IN && last == LlmqParser.CONVERT
                    || type == LlmqParser.FIT && last == LlmqParser.CURVE
                    || type == LlmqParser.FRONTIER && last == LlmqParser.STEPS;
            boolean after = !before.isEmpty() && before.get(before.size() - 1).getType() == LlmqParser.PIPE;
            if (after && !takesRows(type) || trial.taken() && isNext(trial.place().context()) && !isWhole()) {
                return;
            }
            if (trial.taken() && meant && PictureForm.takes(type, trial.place().context())
                    && !Repetition.isOne(trial.place().context(), end.getStartIndex())) {
                slots.add(new Slot(Slot.Kind.KEYWORD, word, null));
            } else if (type == LlmqParser.IN && !trial.taken()) {
                Trial list = Trial.of(text, before, end, new CommonToken(LlmqParser.NAME, word),
                        new CommonToken(LlmqParser.OPEN, "("));
                if (list.taken() && list.type(1) == LlmqParser.IN) {
                    slots.add(new Slot(Slot.Kind.KEYWORD, word, null));
                }
            }
        }

        /** Whether a verb starts a statement after another one. */
        private boolean isNext(ParserRuleContext verb) {
            ParserRuleContext at = verb;
            while (at != null && !(at instanceof LlmqParser.CommandContext)) {
                at = at.getParent();
            }
            return !before.isEmpty() && at != null && at.getParent() instanceof LlmqParser.ScriptContext
                    && at.getStart().getStartIndex() == end.getStartIndex();
        }

        /** Whether the statement before the caret may end there: of trace, not the grammar alone says so. */
        private boolean isWhole() {
            if (whole == null) {
                Completeness state = Completeness.of(text.text().substring(0, from));
                whole = before != tokens || state == Completeness.COMPLETE || state == Completeness.EMPTY;
            }
            return whole;
        }

        /** Whether a verb can go on from a pipe. */
        private boolean takesRows(int verb) {
            return Keywords.isQuery(verb) || verb == LlmqParser.PLOT || verb == LlmqParser.SAVE
                    || verb == LlmqParser.DESCRIBE;
        }

        private void sign(int type) {
            String literal = LlmqParser.VOCABULARY.getLiteralName(type);
            String sign = literal == null ? type == LlmqParser.EQUAL ? "=" : "!="
                    : literal.substring(1, literal.length() - 1);
            Trial trial = ask(type, sign);
            if (type == LlmqParser.SEMI && trial.taken() && !isWhole()) {
                return;
            }
            if (trial.taken() && (type != LlmqParser.PIPE || Surroundings.givesRows(trial.place().context()))) {
                slots.add(new Slot(Slot.Kind.SIGN, sign, null));
            }
        }

        private void name() {
            Trial trial = ask(LlmqParser.NAME, PROBE);
            if (trial.taken() && trial.type(0) == LlmqParser.NAME) {
                slots.add(slot(Slot.Kind.NAME, trial));
            }
        }

        private void text() {
            Trial trial = ask(LlmqParser.STRING, "'x'");
            if (trial.taken() && trial.type(0) == LlmqParser.STRING) {
                slots.add(slot(Slot.Kind.TEXT, trial));
            }
        }

        private void unit() {
            CommonToken last = before.isEmpty() ? null : before.get(before.size() - 1);
            if (last == null) {
                return;
            }
            Trial trial = ask(LlmqParser.NAME, UNIT_PROBE);
            int type = trial.type(0);
            boolean joined = type == LlmqParser.QUANTITY || type == LlmqParser.UNIT;
            if (joined && trial.taken() && trial.last().getStopIndex() >= from) {
                slots.add(slot(Slot.Kind.UNIT, trial));
            }
        }

        private void other(int type, String written, Slot.Kind kind) {
            Trial trial = ask(type, written);
            if (!trial.taken()) {
                return;
            }
            slots.add(slot(trial.type(0) == LlmqParser.VERSION ? Slot.Kind.VERSION : kind, trial));
        }

        private Slot slot(Slot.Kind kind, Trial trial) {
            return new Slot(kind, null, new Surroundings(text.text(), from).of(trial.place().context()));
        }
    }
}
