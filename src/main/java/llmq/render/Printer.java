package llmq.render;

import java.io.IOException;
import llmq.result.Result;

/** Writes results in one format. Row by row: it never holds the text of all rows. */
public interface Printer {

    /** Writes the result, ending with a line end. */
    void print(Result result, Appendable out) throws IOException;
}
