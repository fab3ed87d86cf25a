package llmq.render;

import java.io.IOException;
import llmq.result.Layout;
import llmq.result.Result;

/** A JSON array with one object per row, each on a line of its own; a single value is a bare one. */
final class JsonPrinter implements Printer {

    @Override
    public void print(Result result, Appendable out) throws IOException {
        JsonObjects objects = new JsonObjects(result);
        StringBuilder line = new StringBuilder();
        if (result.layout() == Layout.SCALAR) {
            objects.appendValue(line);
            out.append(line.append('\n'));
            return;
        }
        if (objects.rows() == 0) {
            out.append("[]\n");
            return;
        }
        out.append("[\n");
        for (int row = 0; row < objects.rows(); row++) {
            line.setLength(0);
            line.append("  ");
            objects.appendRow(line, row);
            out.append(line.append(row + 1 < objects.rows() ? ",\n" : "\n"));
        }
        out.append("]\n");
    }
}
