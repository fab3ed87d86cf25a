package llmq.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;

/**
 * What may stand at one place of a text.
 *
 * @param things  what a reader would call by name, in angle brackets: {@code <expression>}, {@code <source>}
 * @param words   the keywords, in the order of the grammar
 * @param signs   operators and punctuation, as written
 * @param end     whether the statement may end here
 */
public record Expected(List<String> things, List<String> words, List<String> signs, boolean end) {

    public Expected {
        things = List.copyOf(things);
        words = List.copyOf(words);
        signs = List.copyOf(signs);
    }

    /**
     * What may follow {@code before}, the text in front of the caret without the word that is being typed. Where an
     * earlier part of the text is wrong already, nothing may.
     */
    public static Expected after(String before) {
        SourceText source = SourceText.of(before);
        Reader reader;
        try {
            reader = new Reader(Tokens.of(source).list(), LlmqParser.RULE_script);
        } catch (LlmqException tooLong) {
            return new Expected(List.of(), List.of(), List.of(), false);
        }
        try {
            reader.script();
        } catch (Reader.Stop stop) {
            if (reader.getCurrentToken().getType() != Token.EOF) {
                return new Expected(List.of(), List.of(), List.of(), false);
            }
        }
        return at(reader.after());
    }

    static Expected at(Reader.Place place) {
        return new Walk().from(place);
    }

    /** The name under which a rule is expected; {@code null} for one that a reader sees only through its parts. */
    private static String thing(int rule) {
        return switch (rule) {
            case LlmqParser.RULE_expression, LlmqParser.RULE_conjunction, LlmqParser.RULE_negation,
                    LlmqParser.RULE_comparison, LlmqParser.RULE_conversion, LlmqParser.RULE_sum, LlmqParser.RULE_term,
                    LlmqParser.RULE_unary, LlmqParser.RULE_power, LlmqParser.RULE_exponent, LlmqParser.RULE_postfix,
                    LlmqParser.RULE_primary -> "<expression>";
            case LlmqParser.RULE_source, LlmqParser.RULE_sourcePart -> "<source>";
            case LlmqParser.RULE_model -> "<model name>";
            case LlmqParser.RULE_title -> "<title>";
            case LlmqParser.RULE_file -> "<file>";
            case LlmqParser.RULE_columnUnit -> "<unit>";
            case LlmqParser.RULE_methodName -> "<method>";
            case LlmqParser.RULE_fitName -> "<fit>";
            default -> null;
        };
    }

    /** A walk over the grammar's automaton, which stops at tokens and at rules that have a name for readers. */
    private static final class Walk {
        private final Set<String> things = new TreeSet<>();
        private final Set<Integer> types = new TreeSet<>();
        private final Set<Step> seen = new HashSet<>();
        private boolean end;

        /** Where to go on when a rule ends. */
        private record Frame(ATNState next, Frame outer) {
        }

        /** A frame is compared as itself: a rule in two places has two. */
        private record Step(ATNState state, Frame frame) {
            @Override
            public boolean equals(Object other) {
                return other instanceof Step step && step.state == state && step.frame == frame;
            }

            @Override
            public int hashCode() {
                return state.stateNumber * 31 + System.identityHashCode(frame);
            }
        }

        Expected from(Reader.Place place) {
            ATN atn = LlmqParser._ATN;
            ATNState state = atn.states.get(place.state());
            walk(place.taken() ? state.transition(0).target : state, frames(place.context()));
            return expected();
        }

        private static Frame frames(RuleContext context) {
            List<RuleContext> chain = new ArrayList<>();
            for (RuleContext c = context; c != null && c.invokingState >= 0; c = c.parent) {
                chain.add(c);
            }
            Frame frame = null;
            for (int i = chain.size() - 1; i >= 0; i--) {
                ATNState caller = LlmqParser._ATN.states.get(chain.get(i).invokingState);
                frame = new Frame(((RuleTransition) caller.transition(0)).followState, frame);
            }
            return frame;
        }

        private void walk(ATNState state, Frame frame) {
            if (!seen.add(new Step(state, frame))) {
                return;
            }
            if (state instanceof RuleStopState) {
                if (frame != null) {
                    walk(frame.next(), frame.outer());
                }
                return;
            }
            for (int i = 0; i < state.getNumberOfTransitions(); i++) {
                Transition transition = state.transition(i);
                if (transition instanceof RuleTransition call) {
                    String thing = thing(call.ruleIndex);
                    if (thing != null) {
                        things.add(thing);
                    } else {
                        walk(call.target, new Frame(call.followState, frame));
                    }
                } else if (transition.isEpsilon()) {
                    walk(transition.target, frame);
                } else {
                    types.addAll(transition.label().toList());
                }
            }
        }

        private Expected expected() {
            end = types.contains(Token.EOF) || types.contains(LlmqParser.SEMI);
            Set<String> words = new LinkedHashSet<>();
            Set<String> signs = new LinkedHashSet<>();
            for (int type : types) {
                switch (type) {
                    case Token.EOF, LlmqParser.SEMI -> { }
                    case LlmqParser.NAME, LlmqParser.FUNCTION -> things.add("<name>");
                    case LlmqParser.NUMBER -> things.add("<number>");
                    case LlmqParser.STRING, LlmqParser.WHY -> things.add("<text>");
                    case LlmqParser.UNIT -> {
                        things.add("<unit>");
                        signs.add("(");
                    }
                    case LlmqParser.VERSION -> things.add("<version>");
                    case LlmqParser.RESULT -> things.add("<result>");
                    case LlmqParser.CONVERT -> words.add("in");
                    case LlmqParser.CURVE -> words.add("fit");
                    case LlmqParser.STEPS -> words.add("frontier");
                    case LlmqParser.DEFINE -> signs.add("=");
                    default -> {
                        if (Keywords.isWord(type)) {
                            words.add(Keywords.word(type));
                        } else {
                            String literal = LlmqParser.VOCABULARY.getLiteralName(type);
                            signs.add(literal == null ? "=" : literal.substring(1, literal.length() - 1));
                        }
                    }
                }
            }
            return new Expected(List.copyOf(things), List.copyOf(words), List.copyOf(signs), end);
        }
    }
}
