package llmq.render;

import java.io.IOException;
import llmq.result.Result;

/**
 * Comma-separated values as RFC 4180 quotes them, lines ending in LF. Unknown is an empty cell, an empty text is
 * {@code ""}.
 */
final class CsvPrinter implements Printer {

    @Override
    public void print(Result result, Appendable out) throws IOException {
        StringBuilder line = new StringBuilder();
        // An empty line is none to many readers.
        SeparatedValues.print(result.data(), out, ',', line, new Sink(line), "\"\"");
    }

    private record Sink(StringBuilder line) implements CellSink {
        @Override
        public void plain(Kind kind, CharSequence text) {
            line.append(text);
        }

        @Override
        public void unknown() {
        }

        @Override
        public void text(String text) {
            if (!needsQuotes(text)) {
                line.append(text);
                return;
            }
            line.append('"');
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '"') {
                    line.append('"');
                }
                line.append(c);
            }
            line.append('"');
        }

        private static boolean needsQuotes(String text) {
            int length = text.length();
            if (length == 0 || text.charAt(0) <= ' ' || text.charAt(length - 1) <= ' ') {
                return true;
            }
            for (int i = 0; i < length; i++) {
                char c = text.charAt(i);
                if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                    return true;
                }
            }
            return false;
        }
    }
}
