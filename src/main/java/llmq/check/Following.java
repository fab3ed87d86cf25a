package llmq.check;

import java.util.List;

/** What else of a row changes with one of its fields, as the catalog computes it. */
public interface Following {

    /** For where nothing is computed. */
    Following NONE = new Following() {
        @Override
        public List<String> of(String source, int row, String field) {
            return List.of();
        }
    };

    /** The names of the fields that follow, in their order; none of most. */
    List<String> of(String source, int row, String field);
}
