package llmq.complete;

import java.util.List;

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
}
