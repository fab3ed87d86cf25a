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
        CellSource source = CellSource.of(result);
        StringBuilder line = new StringBuilder();
        Sink sink = new Sink(line);
        int columns = source.titles().size();
        for (int i = 0; i < columns; i++) {
            separate(line, i);
            sink.text(source.titles().get(i));
        }
        out.append(line.append('\n'));
        for (int row = 0; row < source.rows(); row++) {
            line.setLength(0);
            for (int i = 0; i < columns; i++) {
                separate(line, i);
                source.write(row, i, sink);
            }
            out.append(line.append('\n'));
        }
    }

    private static void separate(StringBuilder line, int column) {
        if (column > 0) {
            line.append('\t');
        }
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
