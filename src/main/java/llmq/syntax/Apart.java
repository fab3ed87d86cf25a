package llmq.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.syntax.tree.Statement;

/** Takes a text of several statements apart, where each begins a line of its own. */
public final class Apart {
    /** More than this stays in one piece: it is a script rather than a few statements to go on with. */
    private static final int LONGEST = 50_000;

    private Apart() {
    }

    /**
     * Its statements and commands, each with its layout and the comments above it. What cannot be read is taken apart
     * before each line that begins with a verb.
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
            if (isCommand(line) && !isUnfinished(statements.toString())) {
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
            splitByVerbs(text, parts);
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

    private static void splitByVerbs(String text, List<String> parts) {
        StringBuilder part = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            if (part.length() > 0 && begins(line) && !isUnfinished(part.toString())) {
                add(part.toString(), parts);
                part.setLength(0);
            }
            part.append(line).append('\n');
        }
        add(part.toString(), parts);
    }

    /** Whether a line begins with a verb or is a command. */
    static boolean begins(String line) {
        int end = 0;
        while (end < line.length() && Character.isLetter(line.charAt(end))) {
            end++;
        }
        return isCommand(line) || Keywords.verbs().contains(line.substring(0, end).toLowerCase(Locale.ROOT));
    }

    private static boolean isUnfinished(String text) {
        return Completeness.of(text) == Completeness.INCOMPLETE;
    }

    /** A slash that divides has something to its left. */
    private static boolean isCommand(String line) {
        return line.length() > 1 && line.charAt(0) == '/' && (Character.isLetter(line.charAt(1)) || line.equals("/!"));
    }
}
