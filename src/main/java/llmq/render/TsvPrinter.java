package llmq.render;

import java.io.IOException;
import llmq.result.Result;

/**
 * Tab-separated values, unquoted: a tab, line end or backslash within a text is written {@code \t}, {@code \n},
 * {@code \\}. Unknown is an empty cell.
 */
final class TsvPrinter implements Printer {

    @Override
    public void print(Result result, Appendable out) throws IOException {
        StringBuilder line = new StringBuilder();
        SeparatedValues.print(result.data(), out, '\t', line, new Sink(line), "");
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
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                switch (c) {
                    case '\t' -> line.append("\\t");
                    case '\n' -> line.append("\\n");
                    case '\r' -> line.append("\\r");
                    case '\\' -> line.append("\\\\");
                    default -> line.append(c);
                }
            }
        }
    }
}
