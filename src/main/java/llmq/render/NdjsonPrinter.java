package llmq.render;

import java.io.IOException;
import llmq.result.Layout;
import llmq.result.Result;

/** One JSON object per line and row, or fit; a single value is a bare one. */
final class NdjsonPrinter implements Printer {

    @Override
    public void print(Result result, Appendable out) throws IOException {
        JsonObjects objects = new JsonObjects(result.data());
        StringBuilder line = new StringBuilder();
        if (result.layout() == Layout.SCALAR) {
            objects.appendValue(line);
            out.append(line.append('\n'));
            return;
        }
        for (int i = 0; i < objects.size(); i++) {
            line.setLength(0);
            objects.append(line, i, null);
            out.append(line.append('\n'));
        }
    }
}
