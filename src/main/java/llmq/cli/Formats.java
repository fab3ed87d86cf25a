package llmq.cli;

import java.util.List;

final class Formats {
    static final List<String> NAMES = List.of("table", "vertical", "csv", "tsv", "json", "ndjson", "markdown", "html");

    private Formats() {
    }
}
