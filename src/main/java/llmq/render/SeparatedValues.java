package llmq.render;

import java.io.IOException;
import llmq.result.Result;

/** One line of titles, then one line a row, cells with a character between them: what CSV and TSV share. */
final class SeparatedValues {
    private SeparatedValues() {
    }

    /**
     * @param line     that the sink appends to
     * @param emptyRow what stands for a row in which nothing was written
     */
    static void print(Result result, Appendable out, char separator, StringBuilder line, CellSink sink,
            String emptyRow) throws IOException {
        CellSource source = CellSource.of(result);
        int columns = source.titles().size();
        for (int i = 0; i < columns; i++) {
            separate(line, i, separator);
            sink.text(source.titles().get(i));
        }
        out.append(line.append('\n'));
        for (int row = 0; row < source.rows(); row++) {
            line.setLength(0);
            for (int i = 0; i < columns; i++) {
                separate(line, i, separator);
                source.write(row, i, sink);
            }
            if (line.length() == 0) {
                line.append(emptyRow);
            }
            out.append(line.append('\n'));
        }
    }

    private static void separate(StringBuilder line, int column, char separator) {
        if (column > 0) {
            line.append(separator);
        }
    }
}
