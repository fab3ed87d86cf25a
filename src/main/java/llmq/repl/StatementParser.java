package llmq.repl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells JLine, when Enter is pressed, whether the text is whole. */
final class StatementParser implements Parser {
    /** So many lines of a text keep what their prompts say, as JLine asks again with every key. */
    private static final int REMEMBERED = 64;

    private final Evaluator evaluator;
    private final Map<String, String> pending = new LinkedHashMap<>();

    StatementParser(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && !isWhole(line)) {
            throw new EOFError(-1, -1, "the statement goes on");
        }
        if (context == ParseContext.SECONDARY_PROMPT) {
            throw new EOFError(-1, -1, "the statement goes on", pending(line));
        }
        return context == ParseContext.COMPLETE ? Offering.line(evaluator, line, cursor) : new Text(line, cursor);
    }

    private boolean isWhole(String text) {
        if (text.isBlank() || text.startsWith("/") || evaluator.isCommand(text.strip())
                || endsWithEmptyLine(text)) {
            return true;
        }
        try {
            return evaluator.isComplete(text);
        } catch (RuntimeException | StackOverflowError e) {
            // What is wrong shows when the text is run; an exception here would end the prompt.
            return true;
        }
    }

    private String pending(String text) {
        String known = pending.get(text);
        if (known == null) {
            try {
                known = evaluator.pending(text);
            } catch (RuntimeException | StackOverflowError e) {
                known = "";
            }
            if (pending.size() == REMEMBERED) {
                pending.clear();
            }
            pending.put(text, known);
        }
        return known;
    }

    private static boolean endsWithEmptyLine(String text) {
        int last = text.lastIndexOf('\n');
        return last >= 0 && text.substring(last).isBlank();
    }

    /** The text as one word. */
    private record Text(String line, int cursor) implements CompletingParsedLine {
        @Override
        public String word() {
            return line;
        }

        @Override
        public int wordCursor() {
            return cursor;
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return cursor;
        }

        @Override
        public int rawWordLength() {
            return line.length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(line);
        }
    }
}
