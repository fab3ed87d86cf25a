package llmq.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import llmq.result.Result;

/** Writes results in one format. Row by row: it never holds the text of all rows. */
public interface Printer {

    /** Writes the result, ending with a line end. */
    void print(Result result, Appendable out) throws IOException;

    /** What it writes. */
    default String text(Result result) {
        StringBuilder text = new StringBuilder();
        try {
            print(result, text);
        } catch (IOException e) {
            // Only memory is written to.
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
