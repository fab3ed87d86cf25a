package llmq.document;

import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.diagnostic.Span;

/**
 * A fenced block of a Markdown document.
 *
 * @param info  what stands behind the opening fence: {@code llmq error E104}
 * @param first index of its first line within the document
 * @param lines without the fences
 */
public record Fence(String info, int first, List<String> lines) {
    private static final String MARK = "```";

    public Fence {
        lines = List.copyOf(lines);
    }

    public String body() {
        return String.join("\n", lines) + "\n";
    }

    /** Its first line. @param source that it was read from */
    public Span place(SourceText source) {
        int start = lineStart(source.text(), first);
        return new Span(start, Math.max(start + 1, source.lineEnd(start)));
    }

    /**
     * All of a text, in order.
     *
     * @throws LlmqException E502 where one is never closed
     */
    public static List<Fence> of(SourceText source) {
        List<Fence> fences = new ArrayList<>();
        List<String> text = source.text().lines().toList();
        String info = null;
        int first = 0;
        for (int i = 0; i < text.size(); i++) {
            String line = text.get(i);
            if (line.startsWith(MARK) && info == null) {
                info = line.substring(MARK.length()).strip();
                first = i + 1;
            } else if (line.startsWith(MARK)) {
                fences.add(new Fence(info, first, text.subList(first, i)));
                info = null;
            }
        }
        if (info != null) {
            int start = lineStart(source.text(), first - 1);
            throw Diagnostic.at(ErrorCode.E502, source, new Span(start, start + MARK.length()),
                    "this block is never closed", "a line ``` closes it").toException();
        }
        return fences;
    }

    private static int lineStart(String text, int line) {
        int start = 0;
        for (int i = 0; i < line; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        return start;
    }
}
