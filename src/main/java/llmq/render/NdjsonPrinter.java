package llmq.render;

import java.io.IOException;
import llmq.result.Layout;
import llmq.result.Result;

/** One JSON object per line and row; a single value is a bare one. */
final class NdjsonPrinter implements Printer {

    @Override
    public void print(Result result, Appendable out) throws IOException {
        JsonObjects objects = new JsonObjects(result);
        StringBuilder line = new StringBuilder();
        if (result.layout() == Layout.SCALAR) {
            objects.appendValue(line);
            out.append(line.append('\n'));
            return;
        }
        for (int row = 0; row < objects.rows(); row++) {
            line.setLength(0);
            objects.appendRow(line, row);
            out.append(line.append('\n'));
        }
    }
}
