package llmq.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;
import org.junit.jupiter.api.Test;

/** Walks through the grammar at random: whatever token comes next is among those that may. */
class CaretTest {
    private static final int WALKS = 4_000;
    private static final int LONGEST = 25;
    private static final int DEEPEST = 80;

    private static final int[] START = {LlmqParser.RULE_command, LlmqParser.RULE_listing, LlmqParser.RULE_ranking,
        LlmqParser.RULE_summary, LlmqParser.RULE_frontier, LlmqParser.RULE_fitting, LlmqParser.RULE_predicting,
        LlmqParser.RULE_whatif, LlmqParser.RULE_plotting, LlmqParser.RULE_trace, LlmqParser.RULE_bare,
        LlmqParser.RULE_let, LlmqParser.RULE_fitting, LlmqParser.RULE_fitting};

    private final Random random = new Random(7);

    @Test
    void everyTokenOfTheGrammarIsOfferedInItsPlace() {
        List<String> missing = new ArrayList<>();
        int seen = 0;
        boolean[] met = new boolean[LlmqParser.VOCABULARY.getMaxTokenType() + 1];
        for (int i = 0; i < WALKS; i++) {
            List<Integer> types = new ArrayList<>();
            boolean ended = walk(LlmqParser._ATN.ruleToStartState[START[i % START.length]], types, 0);
            String text = ended ? text(types) : "";
            List<CommonToken> tokens = text.isEmpty() ? List.of() : read(text);
            for (int at = 0; at + 1 < tokens.size() && missing.size() < 20; at++) {
                Token token = tokens.get(at);
                String before = text.substring(0, token.getStartIndex());
                if (token.getType() == Token.EOF) {
                    break;
                }
                met[token.getType()] = true;
                seen++;
                if (token.getType() == LlmqParser.PIPE && !pipes(tokens, at)) {
                    // The grammar lets anything through a pipe; the checker does not.
                    break;
                }
                if (!offers(Caret.at(before).slots(), token)) {
                    if (!hasPlaceInPicture(tokens, at)) {
                        // The grammar lets any clause follow any picture; the checker does not.
                        break;
                    }
                    missing.add(before + "⇥" + token.getText() + " in " + text);
                }
            }
        }
        assertEquals("", String.join("\n", missing));
        assertTrue(seen > 5000, seen + " places");
        List<String> never = new ArrayList<>();
        for (int type = LlmqParser.LIST; type <= LlmqParser.VERSION; type++) {
            if (!met[type]) {
                never.add(LlmqParser.VOCABULARY.getSymbolicName(type));
            }
        }
        assertEquals(List.of(), never);
    }

    private static boolean hasPlaceInPicture(List<CommonToken> tokens, int at) {
        String word = tokens.get(at).getText();
        Expected all = new Expected(List.of(), List.of("titled", word), List.of(), false);
        return PictureForm.narrowed(all, tokens, at).words().contains(word);
    }

    /** Whether rows can come before this pipe and go on after it. */
    private static boolean pipes(List<CommonToken> tokens, int pipe) {
        int[] starts = new int[LONGEST + 2];
        int depth = 0;
        for (int i = 0; i < pipe; i++) {
            switch (tokens.get(i).getType()) {
                case LlmqParser.OPEN -> starts[++depth] = i + 1;
                case LlmqParser.CLOSE -> depth--;
                case LlmqParser.PIPE, LlmqParser.EXPLAIN, LlmqParser.DEFINE -> starts[depth] = i + 1;
                default -> { }
            }
        }
        int first = tokens.get(starts[depth]).getType();
        int next = tokens.get(pipe + 1).getType();
        return !(Keywords.isVerb(first) && !Keywords.isQuery(first)) && (Keywords.isQuery(next)
                || next == LlmqParser.PLOT || next == LlmqParser.SAVE || next == LlmqParser.DESCRIBE);
    }

    /** Its tokens, if the text is one that the language allows; else none. */
    private static List<CommonToken> read(String text) {
        try {
            SourceText source = SourceText.of(text);
            new Parser().parse(source);
            return Tokens.of(source).list();
        } catch (LlmqException e) {
            return List.of();
        }
    }

    private static boolean offers(List<Slot> slots, Token token) {
        int type = token.getType();
        String written = token.getText();
        for (Slot slot : slots) {
            boolean same = switch (slot.kind()) {
                case KEYWORD -> Keywords.isWord(type) && slot.text().equals(Keywords.word(type))
                        || type == LlmqParser.CONVERT && slot.text().equals("in")
                        || type == LlmqParser.CURVE && slot.text().equals("fit")
                        || type == LlmqParser.STEPS && slot.text().equals("frontier");
                case SIGN -> slot.text().equals(written);
                case NAME -> type == LlmqParser.NAME || type == LlmqParser.FUNCTION
                        || type == LlmqParser.PERCENT && slot.setting().role() == Setting.Role.COLUMN_UNIT;
                case TEXT -> type == LlmqParser.STRING;
                case NUMBER -> type == LlmqParser.NUMBER || type == LlmqParser.QUANTITY || type == LlmqParser.DATE;
                case UNIT -> type == LlmqParser.UNIT || type == LlmqParser.PERCENT;
                case RESULT -> type == LlmqParser.RESULT;
                case VERSION -> type == LlmqParser.VERSION;
            };
            if (same) {
                return true;
            }
        }
        // What a user makes up: nothing is offered, and nothing can be.
        return type == LlmqParser.WHY || Words.isUnwritten(token);
    }

    /** Adds the tokens of one way through a rule; whether it came to its end. */
    private boolean walk(ATNState start, List<Integer> types, int depth) {
        ATNState state = start;
        while (!(state instanceof RuleStopState)) {
            if (types.size() > LONGEST || depth > DEEPEST) {
                return false;
            }
            Transition transition = state.transition(choice(state));
            if (transition instanceof RuleTransition call) {
                if (!walk(call.target, types, depth + 1)) {
                    return false;
                }
                state = call.followState;
                continue;
            }
            if (!transition.isEpsilon()) {
                List<Integer> labels = transition.label().toList();
                types.add(labels.get(random.nextInt(labels.size())));
            }
            state = transition.target;
        }
        return true;
    }

    /** Expressions are kept short, else few walks would come to an end. */
    private int choice(ATNState state) {
        int count = state.getNumberOfTransitions();
        int rule = state.ruleIndex;
        boolean shorter = random.nextInt(4) > 0;
        if (shorter && rule == LlmqParser.RULE_primary && count > 2) {
            return random.nextInt(count - 2);
        }
        boolean operation = rule >= LlmqParser.RULE_expression && rule <= LlmqParser.RULE_postfix
                && rule != LlmqParser.RULE_comparisonTail;
        return shorter && operation ? count - 1 : random.nextInt(count);
    }

    private static String text(List<Integer> types) {
        StringBuilder text = new StringBuilder();
        for (int type : types) {
            String literal = LlmqParser.VOCABULARY.getLiteralName(type);
            text.append(switch (type) {
                case LlmqParser.NAME -> "abc";
                case LlmqParser.FUNCTION -> "log10";
                case LlmqParser.STRING, LlmqParser.WHY -> "'x y'";
                case LlmqParser.NUMBER -> "7";
                case LlmqParser.QUANTITY -> "7 tokens";
                case LlmqParser.DATE -> "2024-04";
                case LlmqParser.RESULT -> "$1";
                case LlmqParser.UNIT -> "days";
                case LlmqParser.VERSION -> "2026.11";
                case LlmqParser.CONVERT -> "in";
                case LlmqParser.CURVE -> "fit";
                case LlmqParser.STEPS -> "frontier";
                case LlmqParser.NEGATE -> "-";
                case LlmqParser.DEFINE, LlmqParser.EQUAL -> "=";
                case LlmqParser.UNEQUAL -> "!=";
                default -> Keywords.isWord(type) ? Keywords.word(type)
                        : literal.substring(1, literal.length() - 1);
            }).append(' ');
        }
        return text.toString();
    }
}
