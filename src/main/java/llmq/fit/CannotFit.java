package llmq.fit;

import java.util.List;
import java.util.Map;

/** There is no fit to be had from these rows. The message says why in plain words, the help what would be right. */
public final class CannotFit extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> help;

    public CannotFit(String message, String... help) {
        super(message, null, false, false);
        this.help = List.of(help);
    }

    /**
     * Of rows none of which has all that is needed.
     *
     * @param unknown what was unknown first, and in how many rows, in the order in which it was looked for; by the
     *                empty text for what is not defined
     */
    public static CannotFit noRows(FitSpec spec, Map<String, Long> unknown) {
        if (unknown.isEmpty()) {
            return new CannotFit("there is no row to fit to", "a wider where takes in more rows");
        }
        StringBuilder needed = new StringBuilder(spec.response().title());
        for (int i = 0; i < spec.inputs().size(); i++) {
            needed.append(i == spec.inputs().size() - 1 ? " and " : ", ").append(spec.inputs().get(i).title());
        }
        StringBuilder found = new StringBuilder();
        long rows = 0;
        for (Map.Entry<String, Long> entry : unknown.entrySet()) {
            found.append(rows == 0 ? "" : found.indexOf(",") < 0 ? ", and of the others " : ", ")
                    .append(entry.getKey().isEmpty() ? "a value is not defined" : entry.getKey() + " is unknown")
                    .append(" in ").append(unknown.size() == 1 ? "all" : entry.getValue());
            rows += entry.getValue();
        }
        return new CannotFit("no row has " + needed + " known", "of " + Wording.count(rows, "row") + ", " + found);
    }

    public List<String> help() {
        return help;
    }
}
