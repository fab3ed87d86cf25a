package llmq.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import llmq.value.Units;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * The pass over the tokens that joins a number and the unit after it, and the unit after {@code in}, to one token.
 *
 * <p>A word after a number is its unit if the registry knows it, it stands on the number's line, is no keyword, and
 * is followed neither by {@code (}, which makes it a call, nor by {@code of}, which makes it a field. A {@code /} or
 * {@code *} carries the unit on, except before the plurals that are fields too: {@code 20 tokens/param} is one
 * quantity, {@code 3T tokens / params} divides one by the field. After {@code in} every word is a unit.
 */
final class Quantities {
    private static final Set<String> FIELDS = Set.of("tokens", "params", "flops");
    /** No unit's name is as long; longer ones need not be looked at. */
    private static final int LONGEST = 64;

    private final List<CommonToken> tokens;
    private final List<CommonToken> joined;
    private int at;

    Quantities(List<CommonToken> tokens) {
        this.tokens = tokens;
        this.joined = new ArrayList<>(tokens.size());
    }

    List<CommonToken> join() {
        while (at < tokens.size()) {
            CommonToken token = tokens.get(at);
            switch (token.getType()) {
                case LlmqParser.NUMBER -> number(token);
                case LlmqParser.BAD_NUMBER -> glued(token);
                case LlmqParser.NAME -> name(token);
                default -> keep(token);
            }
        }
        return joined;
    }

    private void keep(CommonToken token) {
        joined.add(token);
        at++;
    }

    private void number(CommonToken number) {
        CommonToken next = tokens.get(at + 1);
        if (next.getLine() == number.getLine() && isUnit(at + 1) && !isKeyword(next)) {
            at++;
            StringBuilder unit = new StringBuilder();
            int first = word(unit);
            int end = carryOn(unit, false, first);
            joined.add(new Quantity(LlmqParser.QUANTITY, number, number.getStopIndex() + 1, end, unit.toString()));
        } else {
            keep(number);
        }
    }

    /** {@code 80GB}: the lexer took the whole for a number that went wrong. */
    private void glued(CommonToken token) {
        int length = token.getStopIndex() - token.getStartIndex() + 1;
        if (length > LONGEST) {
            keep(token);
            return;
        }
        String text = token.getText();
        for (boolean suffix : new boolean[] {false, true}) {
            int split = NumberText.length(text, suffix);
            if (split > 0 && Units.atom(text.substring(split)) != null) {
                StringBuilder unit = new StringBuilder(text.substring(split));
                at++;
                int end = carryOn(unit, false, token.getStopIndex() + 1);
                joined.add(new Quantity(LlmqParser.QUANTITY, token, token.getStartIndex() + split, end,
                        unit.toString()));
                return;
            }
        }
        keep(token);
    }

    /** Adds to {@code unit} what follows it, and gives its new end. */
    private int carryOn(StringBuilder unit, boolean anyWord, int end) {
        int unitEnd = end;
        while (at + 1 < tokens.size()) {
            int sign = tokens.get(at).getType();
            CommonToken word = tokens.get(at + 1);
            boolean joins = sign == LlmqParser.DIVIDE || sign == LlmqParser.TIMES;
            if (!joins || !(anyWord ? isWord(word) : isUnit(at + 1) && !isField(word))) {
                break;
            }
            unit.append(tokens.get(at).getText());
            at++;
            unitEnd = word(unit);
        }
        return unitEnd;
    }

    /** Adds one unit to {@code unit} and gives its end: one word, or two as tables print them, {@code B params}. */
    private int word(StringBuilder unit) {
        CommonToken word = tokens.get(at);
        unit.append(word.getText());
        at++;
        if (!isCount(at - 1)) {
            return word.getStopIndex() + 1;
        }
        CommonToken counted = tokens.get(at);
        unit.append(counted.getText());
        at++;
        return counted.getStopIndex() + 1;
    }

    /** Whether a word of one letter stands for thousands to trillions of what follows it. */
    private boolean isCount(int index) {
        CommonToken letter = tokens.get(index);
        CommonToken counted = tokens.get(index + 1);
        return letter.getStopIndex() == letter.getStartIndex() && Units.COUNTS.containsKey(letter.getText())
                && counted.getType() == LlmqParser.NAME && counted.getLine() == letter.getLine() && isField(counted)
                && Units.atom(letter.getText() + counted.getText()) != null;
    }

    private void name(CommonToken token) {
        CommonToken next = tokens.get(at + 1);
        boolean isIn = Keywords.type(token.getText()) == LlmqParser.IN;
        boolean asked = at > 0 && Keywords.type(tokens.get(at - 1).getText()) == LlmqParser.DESCRIBE;
        if (!isIn || asked || next.getType() == LlmqParser.OPEN) {
            keep(token);
            return;
        }
        token.setType(LlmqParser.CONVERT);
        keep(token);
        if (isWord(next) && !Keywords.isReserved(Keywords.type(next.getText()))) {
            StringBuilder unit = new StringBuilder();
            int first = word(unit);
            int end = carryOn(unit, true, first);
            joined.add(new Quantity(LlmqParser.UNIT, next, next.getStartIndex(), end, unit.toString()));
        }
    }

    private boolean isUnit(int index) {
        CommonToken token = tokens.get(index);
        if (token.getType() == LlmqParser.PERCENT || index + 1 < tokens.size() && isCount(index)) {
            return true;
        }
        if (token.getType() != LlmqParser.NAME || token.getStopIndex() - token.getStartIndex() > LONGEST
                || Units.atom(token.getText()) == null) {
            return false;
        }
        Token next = tokens.get(index + 1);
        boolean isField = next.getType() == LlmqParser.NAME && Keywords.type(next.getText()) == LlmqParser.OF;
        boolean isCalled = next.getType() == LlmqParser.OPEN && next.getLine() == token.getLine();
        return !isCalled && !isField;
    }

    private static boolean isKeyword(CommonToken token) {
        return token.getType() == LlmqParser.NAME && Keywords.type(token.getText()) != LlmqParser.NAME;
    }

    private static boolean isWord(CommonToken token) {
        return token.getType() == LlmqParser.NAME || token.getType() == LlmqParser.PERCENT;
    }

    private static boolean isField(CommonToken token) {
        return FIELDS.contains(token.getText().toLowerCase(Locale.ROOT));
    }
}
