package llmq.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.Nearest;
import llmq.diagnostic.SourceText;
import llmq.syntax.tree.Statement;

/** Takes a text of several statements apart, where each begins a line of its own. */
public final class Apart {
    /** More than this stays in one piece: it is a script rather than a few statements to go on with. */
    private static final int LONGEST = 50_000;
    /** Words that begin a line of a statement rather than a statement. */
    private static final List<String> CLAUSES = List.of("where", "by", "per", "top", "show", "sort", "asc", "desc", "as",
            "with", "and", "or", "not", "in", "between", "like", "is", "of", "for", "against", "to", "on", "using", "at",
            "log", "linear", "color", "colour", "size", "label", "bins", "titled");

    private Apart() {
    }

    /**
     * Its statements and commands, each with its layout and the comments above it. What cannot be read is taken apart
     * before each line that begins with a verb, or that cannot go on from the one before, so that each statement stands
     * for itself.
     */
    public static List<String> of(String text) {
        List<String> parts = new ArrayList<>();
        String whole = text.stripTrailing();
        if (whole.indexOf('\n') < 0 || whole.length() > LONGEST) {
            add(whole, parts);
            return parts;
        }
        StringBuilder statements = new StringBuilder();
        for (String line : whole.split("\n", -1)) {
            if (isCommand(line) && (!isUnfinished(statements.toString())
                    || Completeness.of(statements + line) == Completeness.ERROR)) {
                split(statements.toString(), parts);
                statements.setLength(0);
                parts.add(line.strip());
            } else {
                statements.append(line).append('\n');
            }
        }
        split(statements.toString(), parts);
        return parts;
    }

    private static void add(String part, List<String> parts) {
        String text = part.stripTrailing();
        int start = 0;
        // Empty lines above it are no layout of its own.
        for (int end = text.indexOf('\n'); end >= 0 && text.substring(start, end).isBlank();
                end = text.indexOf('\n', start)) {
            start = end + 1;
        }
        if (!text.isBlank()) {
            parts.add(text.substring(start));
        }
    }

    private static void split(String text, List<String> parts) {
        if (text.isBlank()) {
            return;
        }
        List<Statement> statements;
        try {
            statements = new Parser().parse(SourceText.of(text)).statements();
        } catch (LlmqException e) {
            splitByLines(text, parts);
            return;
        }
        int from = 0;
        for (int i = 1; i < statements.size(); i++) {
            int before = statements.get(i - 1).span().end();
            int lineEnd = text.indexOf('\n', before);
            int start = statements.get(i).span().start();
            boolean own = lineEnd >= 0 && lineEnd < start && text.substring(text.lastIndexOf('\n', start - 1) + 1, start)
                    .isBlank();
            if (own) {
                add(text.substring(from, lineEnd), parts);
                from = lineEnd + 1;
            }
        }
        add(text.substring(from), parts);
    }

    /** Where something is wrong, so that what stands above it and below it is not lost with it. */
    private static void splitByLines(String text, List<String> parts) {
        StringBuilder part = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            String before = part.toString();
            if (!before.isBlank() && !line.isBlank() && beginsAnother(before, line)) {
                add(before, parts);
                part.setLength(0);
            }
            part.append(line).append('\n');
        }
        add(part.toString(), parts);
    }

    /** Whether a line is no part of what stands above it, which may be a statement, the start of one, or neither. */
    private static boolean beginsAnother(String above, String line) {
        Completeness state = Completeness.of(above);
        if (state == Completeness.EMPTY) {
            return false;
        }
        if (begins(line)) {
            // A verb may be a name, or start a query in parentheses.
            return state != Completeness.INCOMPLETE || Completeness.of(above + line) == Completeness.ERROR;
        }
        if (state == Completeness.INCOMPLETE || goesOn(line)) {
            return false;
        }
        if (state == Completeness.ERROR && isSelect(above)) {
            return above.stripTrailing().endsWith(";") || above.endsWith("\n\n");
        }
        String word = word(line);
        // What is nearly a clause is one that is misspelt, unless it is nearer to a verb.
        return word.isEmpty() || Nearest.to(word, CLAUSES).isEmpty() || !Nearest.to(word, Keywords.verbs()).isEmpty();
    }

    /** Whether a line begins with the word of a clause, an operator or a bracket that closes, or is indented. */
    private static boolean goesOn(String line) {
        List<Lexeme> lexemes = Lexemes.of(line.strip());
        if (Character.isWhitespace(line.charAt(0)) || lexemes.isEmpty()) {
            return true;
        }
        Lexeme first = lexemes.get(0);
        return switch (first.kind()) {
            case SIGN, CLOSE, COMMENT -> true;
            default -> CLAUSES.contains(word(line));
        };
    }

    private static boolean isSelect(String text) {
        return word(text.stripLeading()).equals("select");
    }

    private static String word(String line) {
        int end = 0;
        while (end < line.length() && Character.isLetter(line.charAt(end))) {
            end++;
        }
        return line.substring(0, end).toLowerCase(Locale.ROOT);
    }

    /** Whether a line begins with a verb or is a command. */
    static boolean begins(String line) {
        return isCommand(line) || Keywords.verbs().contains(word(line));
    }

    private static boolean isUnfinished(String text) {
        return Completeness.of(text) == Completeness.INCOMPLETE;
    }

    /** A slash that divides has something to its left. */
    private static boolean isCommand(String line) {
        return line.length() > 1 && line.charAt(0) == '/' && (Character.isLetter(line.charAt(1)) || line.equals("/!"));
    }
}
