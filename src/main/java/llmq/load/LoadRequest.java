package llmq.load;

import java.nio.file.Path;
import java.util.List;
import llmq.value.ScaledUnit;

/**
 * What to load.
 *
 * @param path      as the user wrote it
 * @param directory what a relative path starts from
 * @param mappings  columns to rename, to give a unit, or both
 */
public record LoadRequest(String path, Path directory, List<Mapping> mappings) {
    public LoadRequest {
        mappings = List.copyOf(mappings);
    }

    /**
     * One {@code field = "Column" unit}.
     *
     * @param field  its name in the table
     * @param column its title in the file; case and white space do not matter unless two titles differ by them alone
     * @param unit   what the file's numbers count, which makes it a column of numbers; {@code null} to find out
     */
    public record Mapping(String field, String column, ScaledUnit unit) {
    }
}
