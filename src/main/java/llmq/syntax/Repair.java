package llmq.syntax;

import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.Fix;

/** A repair of a text at whose one place the parser stopped. None is offered that does not help. */
final class Repair {
    private Repair() {
    }

    /**
     * The same error, without its repair if that does not help when it is tried. A guess, which help puts as a
     * question, goes with it; what help explains stays.
     *
     * @param stop offset of what the parser did not take
     */
    static Diagnostic tried(Diagnostic error, String text, int stop) {
        if (error.fix() == null || helps(text, error.fix(), stop)) {
            return error;
        }
        List<String> help = new ArrayList<>();
        for (String line : error.help()) {
            if (!line.startsWith("did you ")) {
                help.add(line);
            }
        }
        return new Diagnostic(error.code(), error.source(), error.span(), error.message(), help);
    }

    /** Whether it changes the text, doubles no word, and lets the parser take what stands at {@code stop}. */
    static boolean helps(String text, Fix fix, int stop) {
        String before = text.substring(0, fix.span().start());
        String after = text.substring(fix.span().end());
        boolean same = text.substring(fix.span().start(), fix.span().end()).equals(fix.text());
        boolean doubled = isSame(lastWord(before), firstWord(fix.text()))
                || isSame(lastWord(fix.text()), firstWord(after));
        return !same && !doubled && Attempt.read(before + fix.text() + after).left() < text.length() - stop;
    }

    private static boolean isSame(String word, String other) {
        return !word.isEmpty() && word.equalsIgnoreCase(other);
    }

    /** The word with which a text begins, spaces aside; empty where that is a sign or a number. */
    private static String firstWord(String text) {
        String stripped = text.stripLeading();
        int end = 0;
        while (end < stripped.length() && Character.isLetter(stripped.charAt(end))) {
            end++;
        }
        return stripped.substring(0, end);
    }

    private static String lastWord(String text) {
        String stripped = text.stripTrailing();
        int start = stripped.length();
        while (start > 0 && Character.isLetter(stripped.charAt(start - 1))) {
            start--;
        }
        return stripped.substring(start);
    }
}
