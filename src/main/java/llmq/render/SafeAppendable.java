package llmq.render;

import java.io.IOException;
import llmq.text.SafeText;

/** Passes texts on to a terminal, where tabs and ends of lines do no harm and {@link SafeText} shows the rest. */
record SafeAppendable(Appendable to) implements Appendable {

    @Override
    public Appendable append(CharSequence text) throws IOException {
        to.append(SafeText.cells(text.toString()));
        return this;
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) throws IOException {
        return append(text.subSequence(start, end));
    }

    @Override
    public Appendable append(char c) throws IOException {
        return append(String.valueOf(c));
    }
}
