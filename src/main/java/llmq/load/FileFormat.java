package llmq.load;

import java.util.List;
import java.util.Locale;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;

/** What a file's ending says of it. */
record FileFormat(Kind kind, boolean compressed) {
    private static final String GZIP = ".gz";

    enum Kind { CSV, TSV, JSON, NDJSON }

    static FileFormat of(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        boolean compressed = name.endsWith(GZIP);
        if (compressed) {
            name = name.substring(0, name.length() - GZIP.length());
        }
        Kind kind = name.endsWith(".csv") ? Kind.CSV
                : name.endsWith(".tsv") ? Kind.TSV
                : name.endsWith(".json") ? Kind.JSON
                : name.endsWith(".ndjson") || name.endsWith(".jsonl") ? Kind.NDJSON : null;
        if (kind == null) {
            throw new Diagnostic(ErrorCode.E303, null, null, "the ending of '" + path
                    + "' names no format that load reads",
                    List.of("load reads .csv .tsv .json .ndjson .jsonl, each also with .gz")).toException();
        }
        return new FileFormat(kind, compressed);
    }
}
