package llmq.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Every word that may follow {@code #:} in a document. What a lesson is made of stands in these lines; a program that
 * runs the file sees comments.
 */
public enum Directive {
    LESSON("TITLE", "names the lesson, in its first line"),
    ABOUT("SENTENCE", "says in the menu what the lesson is about"),
    MINUTES("NUMBER", "how long the lesson takes"),
    EXERCISE("TITLE", "begins an exercise; the prose beneath it is the task, the statements after that the answer"),
    EXTRA("", "the exercise is for whoever has time: /goal begins it, Enter passes it by"),
    GUESS("QUESTION", "asks for a value before the exercise's query is run"),
    TRUTH("EXPRESSION", "what the guess is held against; without it, the value of the answer"),
    BETWEEN("VALUE and VALUE", "between what the guess has to lie to make sense"),
    ORDERED("", "the order of the rows matters"),
    TOLERANCE("PERCENT", "how far numbers may be from the answer's; 1% where nothing is said"),
    COLUMNS("TITLE, ...", "which columns of the answer must be there; without it, those that it was asked for"),
    HINT("SENTENCE", "the next hint, of three at most; the last may be the answer"),
    SAME("STATEMENT", "another answer that is right, to try the exercise with"),
    MISTAKE("STATEMENT", "an answer that is wrong, to try the exercise with"),
    SHORTCUT("STATEMENT", "gives what the answer gives, and misses the point: does not pass as it is written"),
    SAYS("SENTENCE", "what is said to whoever makes the mistake above, or takes the shortcut"),
    BECAUSE("SENTENCE", "explains the answer"),
    ASSERT("CONDITION", "has to hold for what the prose above says in words; llmq check tries it, and nobody sees it"),
    END("", "ends an exercise where its answer is followed by further statements"),
    NOTES("SENTENCE", "a note for the speaker, which nobody else sees");

    /** How a line that has one begins. */
    public static final String MARK = "#:";

    private final String operand;
    private final String summary;

    Directive(String operand, String summary) {
        this.operand = operand;
        this.summary = summary;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What stands behind the word; empty where nothing does. */
    public String operand() {
        return operand;
    }

    public String summary() {
        return summary;
    }

    /** The directive of that word, or {@code null}. */
    public static Directive find(String word) {
        for (Directive directive : values()) {
            if (directive.word().equals(word)) {
                return directive;
            }
        }
        return null;
    }

    /** All words. */
    public static List<String> words() {
        List<String> words = new ArrayList<>();
        for (Directive directive : values()) {
            words.add(directive.word());
        }
        return words;
    }
}
