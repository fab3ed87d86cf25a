package llmq.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;

/** What a file's ending says of it. */
record FileFormat(Kind kind, boolean compressed) {
    private static final String GZIP = ".gz";

    /** Each with the endings that tell it. */
    enum Kind {
        CSV(".csv"), TSV(".tsv"), JSON(".json"), NDJSON(".ndjson", ".jsonl");

        private final List<String> endings;

        Kind(String... endings) {
            this.endings = List.of(endings);
        }
    }

    /** The endings of every kind, and that of what is compressed. */
    static List<String> endings() {
        List<String> all = kinds();
        all.add(GZIP);
        return all;
    }

    private static List<String> kinds() {
        List<String> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            all.addAll(kind.endings);
        }
        return all;
    }

    static FileFormat of(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        boolean compressed = name.endsWith(GZIP);
        if (compressed) {
            name = name.substring(0, name.length() - GZIP.length());
        }
        Kind kind = null;
        for (Kind one : Kind.values()) {
            for (String ending : one.endings) {
                kind = name.endsWith(ending) ? one : kind;
            }
        }
        if (kind == null) {
            throw new Diagnostic(ErrorCode.E303, null, null, "the ending of '" + path
                    + "' names no format that load reads",
                    List.of("load reads " + String.join(" ", kinds()) + ", each also with " + GZIP)).toException();
        }
        return new FileFormat(kind, compressed);
    }
}
