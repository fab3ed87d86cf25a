package llmq.syntax;

import java.util.Locale;

/** What the prompts of DuckDB, psql, SQLite, Python and R call what is asked for otherwise here. */
public final class OtherPrompts {
    private static final String MODELS = "models";

    private OtherPrompts() {
    }

    /**
     * What to type instead of a word or a function.
     *
     * @param of the table that it is asked of; {@code null} where none is known
     * @return one line of help, {@code null} for a word that no other prompt has
     */
    public static String instead(String word, String of) {
        String table = of == null ? MODELS : of;
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "tables", "databases", "schemas", "views", "dt", "dv", "l", "ls" ->
                "describe sources lists the tables, describe names what the session has named";
            case "d", "schema", "columns", "fields", "describe", "desc", "fullschema" -> of == null
                    ? "describe sources lists the tables, describe " + MODELS + " the fields of one"
                    : fields(table);
            case "str", "names", "colnames", "glimpse", "summary", "info", "dtypes", "skim" -> fields(table);
            case "head", "tail", "print", "show", "view", "display" -> "rows are listed with list: list " + table
                    + " top 5";
            case "nrow", "dim", "ncol", "shape" -> "rows are counted with count: count(" + table + ")";
            case "df" -> "describe functions lists the functions";
            case "exit", "quit", "q" -> "/exit leaves the prompt";
            case "help", "h", "?", "man" -> "describe shows what there is";
            case "clear", "cls" -> "Ctrl-L clears the screen";
            case "hist", "boxplot", "barplot", "scatter", "ggplot" -> "pictures are drawn with plot: plot mmlu against"
                    + " flops";
            case "library", "require", "import", "install", "use", "attach" ->
                "functions are there unasked, and describe functions lists them";
            case "read_csv", "read_json", "read_parquet", "read" -> "a file is read with load: load \"rows.csv\" as rows";
            case "mode", "headers", "format" -> "/set format csv chooses how results are printed";
            case "o", "output", "once" -> "a result is saved with save: save $ to \"rows.csv\"";
            case "i", "ir", "source" -> "/run FILE runs a script at the prompt";
            case "e", "edit" -> "/edit opens an editor";
            default -> null;
        };
    }

    private static String fields(String table) {
        return "describe " + table + " tells of its fields";
    }

    /**
     * What to type instead of a command that begins with a point or a backslash, as those of SQLite and psql do.
     *
     * @param at where that sign stands in the text
     * @return {@code null} where it begins no statement
     */
    static String command(String text, int at) {
        int line = text.lastIndexOf('\n', at - 1) + 1;
        int separator = text.lastIndexOf(';', at - 1) + 1;
        if (!text.substring(Math.max(line, separator), at).isBlank()) {
            return null;
        }
        int end = at + 1;
        while (end < text.length() && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '?')) {
            end++;
        }
        String rest = text.substring(end, endOfLine(text, end)).strip();
        boolean named = !rest.isEmpty() && rest.chars().allMatch(Character::isLetterOrDigit);
        String help = end == at + 1 ? null : instead(text.substring(at + 1, end), named ? rest : null);
        return help != null ? help : end == at + 1 ? null : "commands begin with a slash, and /help lists them";
    }

    private static int endOfLine(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
