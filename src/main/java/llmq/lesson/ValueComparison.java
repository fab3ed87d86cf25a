package llmq.lesson;

import java.util.ArrayList;
import java.util.List;
import llmq.result.Layout;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Table;
import llmq.value.Type;
import llmq.value.Unit;

/** Holds a result against single values: one, or a row of several. */
final class ValueComparison {
    static final String TABLE = "a table, where one value is asked for";

    private final Result answer;
    private final Result other;
    private final Exercise.Terms terms;
    private final List<Shown> asked;
    private final Cells cells;

    ValueComparison(Result answer, Result other, Exercise.Terms terms, List<Shown> asked) {
        this.answer = answer;
        this.other = other;
        this.terms = terms;
        this.asked = asked;
        this.cells = new Cells(terms.tolerance());
    }

    Verdict verdict() {
        boolean one = asked.size() == 1;
        List<Shown> offered = other.layout() == Layout.SCALAR ? other.shown() : Asked.of(other, List.of());
        if (other.table().rows() != 1 || other.layout() == Layout.FIT) {
            return one && isRelated() ? Verdict.near(TABLE) : Verdict.OTHER;
        }
        if (one && other.layout() != Layout.SCALAR) {
            offered = named(other);
        }
        int found = 0;
        String words = null;
        for (Shown wanted : asked) {
            if (find(wanted, offered)) {
                found++;
            } else {
                words = words == null ? words(wanted, offered) : words;
            }
        }
        if (found == asked.size()) {
            return Verdict.RIGHT;
        }
        if (one) {
            return words != null ? Verdict.near(words) : offered.isEmpty() && isRelated() ? Verdict.near(TABLE)
                    : Verdict.OTHER;
        }
        if (found == 0) {
            return words == null || offered.size() < asked.size() ? Verdict.OTHER
                    : Verdict.near("the right columns, but other values: one is " + words);
        }
        return Verdict.near(found + " of " + asked.size() + " values " + (found == 1 ? "is" : "are") + " right"
                + (offered.size() < asked.size() ? ", and " + (asked.size() - found) + (asked.size() - found == 1
                        ? " is" : " are") + " missing" : words == null ? "" : "; another is " + words));
    }

    /** The columns that a row was asked for with, those that it was chosen by among them. */
    private static List<Shown> named(Result result) {
        if (Asked.isDefault(result)) {
            return result.table().label() == null ? result.shown() : List.of();
        }
        List<Shown> named = new ArrayList<>();
        for (Shown column : Asked.offered(result)) {
            if (column.isAsked() && !column.title().equals("rank")) {
                named.add(column);
            }
        }
        return named;
    }

    private Field field(Shown column) {
        return answer.table().schema().field(column.column());
    }

    private boolean find(Shown wanted, List<Shown> offered) {
        for (Shown candidate : offered) {
            boolean same = cells.same(field(wanted), answer.table().column(wanted.column()), 0,
                    other.table().column(candidate.column()), 0) && unit(wanted, candidate) == null;
            if (same || isSameShare(wanted, candidate)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one is a share in percent and the other the same as a fraction. */
    private boolean isSameShare(Shown wanted, Shown candidate) {
        Unit right = field(wanted).unit();
        Unit found = other.table().schema().field(candidate.column()).unit();
        boolean share = right.equals(Unit.PERCENT) && found.isNone() || right.isNone() && found.equals(Unit.PERCENT);
        return share && answer.table().column(wanted.column()) instanceof NumberColumn numbers
                && other.table().column(candidate.column()) instanceof NumberColumn others
                && numbers.isKnown(0) && others.isKnown(0) && cells.same(field(wanted), numbers.values()[0],
                        others.values()[0] * (found.isNone() ? 100 : 0.01));
    }

    /** What is wrong with the unit of a number; {@code null} where nothing is: one without any may be in any unit. */
    private String unit(Shown wanted, Shown candidate) {
        Field right = field(wanted);
        Field found = other.table().schema().field(candidate.column());
        boolean numbers = right.type() == Type.NUMBER && found.type() == Type.NUMBER;
        // Of what is not known the unit is all that there is.
        boolean known = answer.table().column(wanted.column()).isKnown(0);
        if (numbers && !known && !found.unit().equals(right.unit())) {
            return "this is not known either, but it counts something else";
        }
        return !numbers || found.unit().isNone() || found.unit().equals(right.unit()) ? null
                : "the right number, but it counts " + Numbers.words(found.unit()) + (right.unit().isNone()
                        ? ", and a plain number is asked for" : ", and what is asked for counts "
                                + Numbers.words(right.unit()));
    }

    /** What is wrong with the value that may be meant; {@code null} where there is nothing to say. */
    private String words(Shown wanted, List<Shown> offered) {
        Column right = answer.table().column(wanted.column());
        String said = null;
        for (Shown candidate : offered) {
            Column column = other.table().column(candidate.column());
            boolean title = candidate.title().equalsIgnoreCase(wanted.title());
            if (!Cells.alike(right, column) || !(offered.size() == 1 || title || asked.size() == 1)) {
                continue;
            }
            boolean computed = other.layout() == Layout.SCALAR && isComputed(candidate.title());
            String unit = cells.same(field(wanted), right, 0, column, 0) ? unit(wanted, candidate) : null;
            String words = unit != null ? unit : words(field(wanted), right, other.table().schema().field(candidate.column()), column,
                    computed);
            said = said == null || title ? words : said;
        }
        return said;
    }

    /** Whether an expression is more than one value of something. */
    private static boolean isComputed(String written) {
        for (int i = 1; i < written.length() - 1; i++) {
            boolean call = written.charAt(i) == '(' && written.endsWith(")");
            boolean spaced = written.charAt(i - 1) == ' ' && written.charAt(i + 1) == ' ';
            if (call || "*/".indexOf(written.charAt(i)) >= 0 || spaced && "+-".indexOf(written.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private String words(Field field, Column right, Field otherField, Column column, boolean computed) {
        if (!right.isKnown(0)) {
            return "this is known, and what is asked for is not";
        }
        if (!column.isKnown(0)) {
            return "this comes to nothing that is known";
        }
        if (right instanceof NumberColumn numbers) {
            return Numbers.difference(field, numbers.values()[0], otherField, ((NumberColumn) column).values()[0],
                    terms.tolerance(), computed);
        }
        return right instanceof BooleanColumn ? "it comes out the other way round"
                : computed ? "not the one that is asked for" : null;
    }

    /** Whether the value is somewhere among the rows, or is their number. */
    private boolean isRelated() {
        Shown wanted = asked.get(0);
        Table table = other.table();
        Column right = answer.table().column(wanted.column());
        if (other.layout() == Layout.PAGE) {
            return false;
        }
        if (right instanceof NumberColumn numbers && field(wanted).unit().isNone()
                && field(wanted).type() == Type.NUMBER && numbers.values()[0] == table.rows() && table.rows() > 1) {
            return true;
        }
        for (Shown candidate : Asked.offered(other)) {
            Column column = table.column(candidate.column());
            boolean plain = !candidate.title().equals("rank") && Cells.alike(right, column);
            for (int row = 0; plain && row < table.rows(); row++) {
                if (right.isKnown(0) && !(right instanceof BooleanColumn)
                        && cells.same(field(wanted), right, 0, column, row)) {
                    return true;
                }
            }
        }
        return false;
    }
}
