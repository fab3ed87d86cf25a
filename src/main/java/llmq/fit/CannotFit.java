package llmq.fit;

import java.util.List;
import java.util.Map;
import llmq.text.Plural;

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
        long rows = unknown.values().stream().mapToLong(Long::longValue).sum();
        for (Map.Entry<String, Long> entry : unknown.entrySet()) {
            boolean undefined = entry.getKey().isEmpty();
            if (unknown.size() == 1) {
                found.append(undefined ? "a value is not defined in any of the " : entry.getKey()
                        + " is unknown in all ").append(Plural.count(rows, "row"));
            } else if (found.length() == 0) {
                found.append(undefined ? "a value is not defined" : entry.getKey() + " is unknown").append(" in ")
                        .append(entry.getValue()).append(" of ").append(rows).append(" rows, and of the others ");
            } else {
                found.append(found.charAt(found.length() - 1) == ' ' ? "" : ", ")
                        .append(undefined ? "a value" : entry.getKey()).append(" in ").append(entry.getValue());
            }
        }
        return new CannotFit("no row has " + needed + " known", found.toString());
    }

    public List<String> help() {
        return help;
    }
}
