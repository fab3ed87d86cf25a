package llmq.fit;

import java.util.ArrayList;
import java.util.List;
import llmq.value.NumberForm;
import llmq.value.Type;

/** A curve as one line of text, in the names that the user wrote: {@code mmlu = -250.9 + 13.03 log10(flops)}. */
final class Formula {
    /** A factor of more levels than this is only named: its figures stand in the table of terms. */
    private static final int MOST_LEVELS = 4;

    private final FitSpec spec;
    /** For each input what its figures are followed by. */
    private final List<String> parts = new ArrayList<>();

    private Formula(FitSpec spec) {
        this.spec = spec;
        for (Variable input : spec.inputs()) {
            parts.add(atom(input.title()));
        }
    }

    /** With letters in place of the figures, which are not known yet or differ from group to group. */
    static String letters(FitSpec spec) {
        Formula formula = new Formula(spec);
        return spec.response().title() + " = " + switch (spec.method()) {
            case LINE -> formula.letteredSum();
            case LOGISTIC -> formula.logistic(formula.letteredSum());
            case POWER -> "a " + formula.parts.get(0) + "^b" + (spec.constant() ? " + c" : "");
            case CHINCHILLA -> "E + A/" + formula.parts.get(0) + "^alpha + B/" + formula.parts.get(1) + "^beta";
        };
    }

    static String fitted(FitSpec spec, Model.Group group) {
        Formula formula = new Formula(spec);
        double[] b = group.fitted().parameters();
        return spec.response().title() + " = " + switch (spec.method()) {
            case LINE -> formula.sum(group.design(), b);
            case LOGISTIC -> formula.logistic(formula.sum(group.design(), b));
            case POWER -> number(b[0]) + " " + formula.parts.get(0) + "^" + exponent(b[1])
                    + (spec.constant() ? signed(b[2]) : "");
            case CHINCHILLA -> number(b[0]) + signed(b[1]) + "/" + formula.parts.get(0) + "^" + exponent(b[2])
                    + signed(b[3]) + "/" + formula.parts.get(1) + "^" + exponent(b[4]);
        };
    }

    private String logistic(String sum) {
        return NumberForm.EACH.text(spec.low()) + " + " + NumberForm.EACH.text(spec.high() - spec.low())
                + " / (1 + exp(-(" + sum + ")))";
    }

    private String letteredSum() {
        StringBuilder text = new StringBuilder("a");
        for (int i = 0; i < parts.size(); i++) {
            text.append(" + ").append(letter(i + 1));
            switch (spec.inputs().get(i).type()) {
                case TEXT -> text.append('[').append(spec.inputs().get(i).title()).append(']');
                case BOOLEAN -> text.append(" [").append(spec.inputs().get(i).title()).append(']');
                default -> text.append(' ').append(parts.get(i));
            }
        }
        return text.toString();
    }

    private static String letter(int place) {
        return place < 26 ? String.valueOf((char) ('a' + place)) : "a" + place;
    }

    private String sum(Design design, double[] b) {
        StringBuilder text = new StringBuilder(number(b[0]));
        int at = 1;
        for (int i = 0; i < parts.size(); i++) {
            List<String> levels = design.levels().get(i);
            if (levels == null) {
                boolean truth = spec.inputs().get(i).type() == Type.BOOLEAN;
                text.append(signed(b[at++])).append(' ')
                        .append(truth ? "[" + spec.inputs().get(i).title() + "]" : parts.get(i));
                continue;
            }
            int width = levels.size() - 1;
            for (int level = 1; width <= MOST_LEVELS && level <= width; level++) {
                text.append(signed(b[at + level - 1])).append(" [").append(spec.inputs().get(i).title()).append(" = ")
                        .append(levels.get(level)).append(']');
            }
            if (width > MOST_LEVELS) {
                text.append(" + [by ").append(spec.inputs().get(i).title()).append(']');
            }
            at += width;
        }
        return text.toString();
    }

    private static String number(double value) {
        return NumberForm.EACH.text(value);
    }

    private static String signed(double value) {
        return (value < 0 ? " - " : " + ") + number(Math.abs(value));
    }

    private static String exponent(double value) {
        return value < 0 ? "(" + number(value) + ")" : number(value);
    }

    /** In parentheses where it is more than a name or one call. */
    static String atom(String title) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < title.length(); i++) {
            char c = title.charAt(i);
            quoted ^= c == '`';
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            boolean part = Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '.' || c == '(' || c == ')';
            boolean begins = c == '(' && i == 0;
            boolean goesOn = c == ')' && !quoted && depth == 0 && i < title.length() - 1;
            if (!quoted && depth == 0 && !part && c != '`' || begins || goesOn) {
                return "(" + title + ")";
            }
        }
        return title;
    }
}
