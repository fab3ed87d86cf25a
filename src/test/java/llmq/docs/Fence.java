package llmq.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A fenced block of a document.
 *
 * @param info  what stands behind the opening fence: {@code llmq error E104}
 * @param first index of its first line within the document
 * @param lines without the fences
 */
record Fence(Path file, String info, int first, List<String> lines) {
    private static final String MARK = "```";

    String body() {
        return String.join("\n", lines) + "\n";
    }

    /** As a failing test names it. */
    String place() {
        return file + ":" + (first + 1);
    }

    static List<Fence> of(Path file) throws IOException {
        List<Fence> fences = new ArrayList<>();
        List<String> text = Files.readAllLines(file);
        String info = null;
        int first = 0;
        for (int i = 0; i < text.size(); i++) {
            if (!text.get(i).startsWith(MARK)) {
                continue;
            }
            if (info == null) {
                info = text.get(i).substring(MARK.length()).strip();
                first = i + 1;
            } else {
                fences.add(new Fence(file, info, first, List.copyOf(text.subList(first, i))));
                info = null;
            }
        }
        if (info != null) {
            throw new IllegalStateException(file + ":" + first + ": this fence is never closed");
        }
        return fences;
    }
}
