package llmq.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands beneath a picture.
 *
 * @param asked       the statement, for those who find the picture elsewhere than beneath it; {@code null} for none
 * @param counted     what it is of, in a line: how many rows of which data; {@code null} for none
 * @param definitions how what is drawn is defined, a line each
 */
public record Caption(String asked, String counted, List<String> definitions) {
    public static final Caption NONE = new Caption(null, null, List.of());

    public Caption {
        definitions = List.copyOf(definitions);
    }

    /** All of it, line by line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (asked != null) {
            lines.add(asked);
        }
        if (counted != null) {
            lines.add(counted);
        }
        lines.addAll(definitions);
        return lines;
    }
}
