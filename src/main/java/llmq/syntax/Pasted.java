package llmq.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * What was typed, found again in a text that was copied from a screen, a page or a conversation: where lines carry
 * prompts, only they and the lines that go on from them; else all but tables and what stands beneath them.
 */
public final class Pasted {
    /** What a line to type on begins with, where nobody has set another. */
    public static final String PROMPT = "llmq> ";
    /** How the prompt of a further line ends. */
    public static final String MORE = "...> ";
    /** A longer text before {@link #MORE} is none that tells what a statement still needs. */
    private static final int LONGEST_NEED = 20;
    private static final String EXPRESSION = " -e ";
    private static final String INTERRUPTED = "^C";

    private final List<String> lines;
    private final String prompt;
    private final String more;
    private final List<String> inputs = new ArrayList<>();
    private StringBuilder input;

    private Pasted(String text, String prompt) {
        this.lines = text.replace("\r\n", "\n").replace('\r', '\n').lines().toList();
        this.prompt = isTelling(prompt) ? prompt : PROMPT;
        this.more = more(this.prompt).strip();
    }

    /** The prompt of a further line: as wide as that of the first, so that what is typed stands in one column. */
    public static String more(String prompt) {
        String more = " ".repeat(Math.max(0, prompt.length() - MORE.length())) + MORE;
        return more.substring(more.length() - prompt.length());
    }

    /** Whether a line of the text begins with a prompt. @param prompt the one that is set */
    public static boolean hasPrompts(String text, String prompt) {
        Pasted pasted = new Pasted(text, prompt);
        for (String line : pasted.lines) {
            if (pasted.typed(line) != null || shell(line) != null) {
                return true;
            }
        }
        return false;
    }

    /**
     * The inputs of a text one after another, each with its layout, without prompts and without what they gave; none
     * where nothing in it was typed. An input may be a command of the prompt.
     *
     * @param prompt the one that is set, known beside the usual one
     */
    public static List<String> inputs(String text, String prompt) {
        Pasted pasted = new Pasted(text, prompt);
        return hasPrompts(text, prompt) ? pasted.typed() : pasted.untyped();
    }

    /** Whether nothing that is typed would begin like that. */
    private static boolean isTelling(String prompt) {
        String sign = prompt.strip();
        return !sign.isEmpty() && "$/#-(".indexOf(sign.charAt(0)) < 0;
    }

    private List<String> typed() {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String typed = typed(line);
            String goesOn = input == null ? null : goesOn(line);
            String shell = shell(line);
            if (typed != null) {
                end();
                input = new StringBuilder(typed);
            } else if (goesOn != null) {
                input.append('\n').append(goesOn);
            } else {
                end();
                if (shell != null) {
                    i = fromShell(shell, i);
                }
            }
        }
        end();
        return inputs;
    }

    private void end() {
        if (input != null) {
            String text = input.toString().stripTrailing();
            if (!text.isBlank() && !text.endsWith(INTERRUPTED)) {
                inputs.add(text);
            }
            input = null;
        }
    }

    /** What follows the prompt of a line; {@code null} where it has none. */
    private String typed(String line) {
        int at = 0;
        // As a conversation quotes it.
        while (at < line.length() && (Character.isWhitespace(line.charAt(at)) || line.charAt(at) == '>')) {
            at++;
        }
        String usual = after(line, at, PROMPT);
        return usual != null || prompt.equals(PROMPT) ? usual : after(line, 0, prompt);
    }

    private static String after(String line, int at, String prompt) {
        if (line.startsWith(prompt, at)) {
            return line.substring(at + prompt.length());
        }
        return line.substring(at).equals(prompt.stripTrailing()) ? "" : null;
    }

    /** What follows the prompt of a further line, before which it may tell what the statement needs. */
    private String goesOn(String line) {
        String dots = MORE.stripTrailing();
        int at = line.indexOf(dots);
        if (at >= 0 && line.substring(0, at).strip().length() <= LONGEST_NEED) {
            return without(line, at + dots.length());
        }
        return more.length() < dots.length() && line.startsWith(more) ? without(line, more.length()) : null;
    }

    private static String without(String line, int at) {
        return line.substring(line.startsWith(" ", at) ? at + 1 : at);
    }

    /** The arguments of a line on which a shell was told to run llmq; {@code null} for another line. */
    private static String shell(String line) {
        String stripped = line.stripLeading();
        if (!stripped.startsWith("$ ")) {
            return null;
        }
        int end = stripped.indexOf(' ', 2);
        String program = end < 0 ? "" : stripped.substring(2, end);
        return program.equals("llmq") || program.endsWith("/llmq") ? stripped.substring(end) : null;
    }

    /** Adds what follows {@code -e}, in quotes that may close on a later line. @return the last line that belongs */
    private int fromShell(String arguments, int line) {
        int option = arguments.indexOf(EXPRESSION);
        String rest = option < 0 ? "" : arguments.substring(option + EXPRESSION.length()).stripLeading();
        if (rest.isEmpty() || rest.charAt(0) != '\'' && rest.charAt(0) != '"') {
            return line;
        }
        char quote = rest.charAt(0);
        StringBuilder text = new StringBuilder(rest.substring(1));
        int last = line;
        while (text.indexOf(String.valueOf(quote)) < 0 && last + 1 < lines.size()) {
            text.append('\n').append(lines.get(++last));
        }
        int close = quote == '\'' ? text.lastIndexOf("'") : text.indexOf("\"");
        if (close < 0) {
            return line;
        }
        inputs.add(text.substring(0, close).replace("'\\''", "'"));
        return last;
    }

    private List<String> untyped() {
        boolean[] output = output();
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            if (output[i]) {
                inputs.addAll(Apart.of(kept.toString()));
                kept.setLength(0);
            } else {
                kept.append(lines.get(i)).append('\n');
            }
        }
        inputs.addAll(Apart.of(kept.toString()));
        return inputs;
    }

    /** Which lines are of a result or of an error. */
    private boolean[] output() {
        boolean[] output = new boolean[lines.size()];
        boolean any = false;
        boolean within = false;
        for (int i = 0; i < output.length; i++) {
            String line = lines.get(i).strip();
            boolean table = isTable(i);
            within = table || line.startsWith("error[E") || within && !line.isEmpty() && !Apart.begins(line);
            output[i] = within;
            any |= within;
        }
        for (int i = 0; any && i < output.length; i++) {
            output[i] |= isNumber(lines.get(i).strip());
        }
        return output;
    }

    private boolean isTable(int index) {
        String line = lines.get(index).strip();
        if (line.isEmpty()) {
            return false;
        }
        char first = line.charAt(0);
        boolean box = first >= '\u2500' && first <= '\u257f';
        return box || line.startsWith("+--") || isFramed(index) && (isFramed(index - 1) || isFramed(index + 1));
    }

    /** Whether a line stands between signs that frames are made of. A query may go on with one, but ends with none. */
    private boolean isFramed(int index) {
        String line = index < 0 || index >= lines.size() ? "" : lines.get(index).strip();
        return line.length() > 1 && "|+".indexOf(line.charAt(0)) >= 0
                && "|+".indexOf(line.charAt(line.length() - 1)) >= 0;
    }

    /** What stands above a result: {@code $3}, or {@code $3 = 75.0 days}. */
    private static boolean isNumber(String line) {
        int end = 1;
        while (end < line.length() && Character.isDigit(line.charAt(end))) {
            end++;
        }
        return line.startsWith("$") && end > 1 && (end == line.length() || line.startsWith(" = ", end));
    }
}
