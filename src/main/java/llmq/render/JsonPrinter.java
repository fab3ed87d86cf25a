package llmq.render;

import java.io.IOException;
import llmq.result.Layout;
import llmq.result.Result;

/**
 * A JSON array with one object per row or fit, each on a line of its own, as is each term of a fit; a single value is
 * a bare one.
 */
final class JsonPrinter implements Printer {

    @Override
    public void print(Result result, Appendable out) throws IOException {
        JsonObjects objects = new JsonObjects(result.data());
        StringBuilder line = new StringBuilder();
        if (result.layout() == Layout.SCALAR) {
            objects.appendValue(line);
            out.append(line.append('\n'));
            return;
        }
        if (objects.size() == 0) {
            out.append("[]\n");
            return;
        }
        out.append("[\n");
        for (int i = 0; i < objects.size(); i++) {
            line.setLength(0);
            line.append("  ");
            objects.append(line, i, "    ");
            out.append(line.append(i + 1 < objects.size() ? ",\n" : "\n"));
        }
        out.append("]\n");
    }
}
