package llmq.complete;

import java.util.List;
import llmq.table.Schema;

/** The files that a name may go on to. */
public interface Files {
    /** Where no file may be read or written. */
    Files NONE = path -> List.of();

    /**
     * What is in a folder, folders with a {@code /} at the end; empty where there is none or it cannot be read.
     *
     * @param path as the user writes it, up to and with the last {@code /}; empty for the current folder
     */
    List<String> in(String path);

    /**
     * The columns of a file that could be loaded, by their titles, found out from its first lines alone; {@code null}
     * where there is none, or its columns cannot be told at once.
     */
    default Schema columns(String path) {
        return null;
    }
}
