package llmq.lesson;

import java.util.List;
import java.util.Locale;
import llmq.document.Placeholders;
import llmq.result.Layout;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.result.Wanted;
import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Schema;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.ColumnScale;
import llmq.value.Dates;
import llmq.value.Dimension;
import llmq.value.NumberText;
import llmq.value.ScaledUnit;
import llmq.value.Type;
import llmq.value.Unit;

/** What somebody took for the answer before asking, held against what it is. */
final class Guess {
    /** From this factor on it says more than a difference does. */
    private static final double FAR = 2;
    /** A share of the value within which nobody can guess better. */
    private static final double EXACT = 0.01;
    private static final double MONTH = 365.25 / 12;
    private static final double MANY_DAYS = 90;
    private static final double HUNDRED = 100;
    /** Nobody says more than so many trillions: such a number is written in full. */
    private static final double MILLION = 1e6;
    private static final double ROUNDING = 1e-9;
    private static final List<String> POINTS = List.of("points", "point");
    private static final List<String> TIMES = List.of("times", "x", "st", "nd", "rd", "th");

    private final String written;
    private final Result truth;
    private final Object value;

    private Guess(String written, Result truth, Object value) {
        this.written = written;
        this.truth = truth;
        this.value = value;
    }

    /** A guess, or why it is none. @param wrong {@code null} where it is one */
    record Read(Guess guess, String wrong) {
    }

    /** What a guess may be held against: one value, known. {@code null} where a result is no such thing. */
    static Result single(Result result) {
        if (result == null || result.table().rows() != 1) {
            return null;
        }
        for (Shown column : result.shown()) {
            boolean context = column.reader() == Shown.Reader.MACHINES || column.title().equals("rank");
            if (!context && result.table().column(column.column()).isKnown(0)) {
                Field field = result.table().schema().field(column.column());
                return scalar(field, column, result.table().column(column.column()));
            }
        }
        return null;
    }

    private static Result scalar(Field field, Shown shown, Column column) {
        Shown alone = new Shown(0, shown.title(), shown.display(), 0, Shown.Reader.ALL, shown.form(), false);
        return new Result(Layout.SCALAR, null, new Table(new Schema(List.of(field)), List.of(column), 1, null),
                List.of(alone), List.of(), List.of(), 1, Wanted.ALL);
    }

    /** Whether a name is asked for, or yes or no. @param single see {@link #single} */
    static boolean isWord(Result single) {
        return field(single).type() == Type.TEXT || field(single).type() == Type.BOOLEAN;
    }

    /** Whether it is an amount of something, which is not below nothing. @param single see {@link #single} */
    static boolean isAmount(Result single) {
        Unit counted = counted(field(single).unit());
        return field(single).type() == Type.NUMBER && !counted.isNone()
                && counted.exponent(Dimension.PERCENT) == 0
                && ((NumberColumn) single.table().column(0)).values()[0] >= 0;
    }

    /** Who knows. @param truth a number or a date; else it is below nothing, and nothing below it */
    static Guess right(Result truth) {
        Object value = truth.table().column(0) instanceof NumberColumn numbers ? numbers.values()[0] : "";
        return new Guess(Placeholders.printed(truth), truth, value);
    }

    /** What there is none of. */
    static Guess nothing(Result truth) {
        return new Guess("0", truth, 0.0);
    }

    private static boolean isTrue(Result single) {
        return ((BooleanColumn) single.table().column(0)).values()[0] == BooleanColumn.TRUE;
    }

    private static Field field(Result single) {
        return single.table().schema().field(0);
    }

    /**
     * @param typed as it was typed
     * @param said  what that is worth; {@code null} where it is no expression that has a value
     * @param truth see {@link #single}
     */
    static Read of(String typed, Result said, Result truth) {
        String line = stripped(typed);
        // A value is said as it was typed, an expression by what it gives.
        boolean asTyped = said == null || line.isEmpty() || "+-0123456789.".indexOf(line.charAt(0)) >= 0;
        String text = asTyped ? line : Placeholders.printed(said);
        Type wanted = field(truth).type();
        Result one = said == null ? null : single(said);
        Type type = one == null ? null : field(one).type();
        if (wanted == Type.TEXT) {
            String name = type == Type.TEXT ? ((TextColumn) one.table().column(0)).value(0) : unquoted(text);
            return new Read(new Guess(name, truth, name), null);
        }
        if (wanted == Type.BOOLEAN) {
            boolean yes = text.equalsIgnoreCase("yes") || type == Type.BOOLEAN && isTrue(one);
            return yes || type == Type.BOOLEAN || text.equalsIgnoreCase("no")
                    ? new Read(new Guess(text, truth, yes), null)
                    : new Read(null, Sayings.guessWants("yes or no"));
        }
        if (type != wanted) {
            String what = wanted == Type.DATE ? "a date, such as 2023-01-31" : number(truth);
            return new Read(null, Sayings.guessWants(what));
        }
        double number = ((NumberColumn) one.table().column(0)).values()[0];
        return wanted == Type.DATE ? new Read(new Guess(text, truth, number), null)
                : number(text, number, field(one).unit(), truth);
    }

    private static String stripped(String typed) {
        return typed.strip().endsWith(";") ? typed.strip().substring(0, typed.strip().length() - 1).strip()
                : typed.strip();
    }

    /**
     * What was typed, without a word that says of a number what the question did: {@code 20 points}, {@code 100
     * times}, {@code 3rd}.
     */
    static String plain(String typed, Result truth) {
        String line = stripped(typed);
        String lower = line.toLowerCase(Locale.ROOT);
        Unit unit = field(truth).unit();
        boolean number = field(truth).type() == Type.NUMBER && !line.isEmpty()
                && "+-.0123456789".indexOf(line.charAt(0)) >= 0;
        for (String word : !number ? List.<String>of() : unit.equals(Unit.PERCENT) ? POINTS
                : unit.isNone() ? TIMES : List.<String>of()) {
            String rest = line.substring(0, Math.max(0, line.length() - word.length())).strip();
            boolean counted = !rest.isEmpty() && Character.isDigit(rest.charAt(rest.length() - 1));
            if (lower.endsWith(word) && counted) {
                return unsigned(rest);
            }
        }
        return number ? unsigned(line) : line;
    }

    private static String unsigned(String number) {
        return number.startsWith("+") ? number.substring(1).strip() : number;
    }

    private static Read number(String text, double number, Unit unit, Result truth) {
        Unit wanted = field(truth).unit();
        // Of what there is for each of something the first half says enough.
        if ((unit.equals(wanted) || unit.equals(counted(wanted))) && !unit.isNone()) {
            return new Read(new Guess(text, truth, number), null);
        }
        if (unit.isNone()) {
            return new Read(alone(text, number, truth), null);
        }
        // Of a count nobody guesses a share.
        boolean share = Math.abs(((NumberColumn) truth.table().column(0)).values()[0]) <= 1;
        if (unit.equals(Unit.PERCENT) && wanted.isNone() && share) {
            return new Read(new Guess(text, truth, number / HUNDRED), null);
        }
        return new Read(null, Sayings.guessWants(number(truth)));
    }

    /** A number without a unit is meant in the one that the truth is shown in, unless it says its own size. */
    private static Guess alone(String text, double number, Result truth) {
        ColumnScale scale = scale(truth);
        ScaledUnit shown = scale.scaled(field(truth).unit());
        if (isPrefixed(shown) && (hasLetter(text) || Math.abs(number) >= Math.min(shown.factor(), MILLION))) {
            return new Guess(text, truth, number);
        }
        double base = shown.toBase(number);
        return new Guess(isNumber(text) ? scale.quantity(text) : scale.quantity(base), truth, base);
    }

    /** How the value is written for people. */
    private static ColumnScale scale(Result truth) {
        Shown shown = truth.shown().get(0);
        return shown.display() != null ? ColumnScale.in(shown.display(), shown.form())
                : ColumnScale.of(shown.form(), field(truth).unit(),
                        ((NumberColumn) truth.table().column(0)).values());
    }

    /** Whether numbers count in thousands, millions and so on: {@code 12T} and {@code 1.2e13} are such by themselves. */
    private static boolean isPrefixed(ScaledUnit shown) {
        double thousands = Math.log10(shown.factor()) / 3;
        return shown.factor() > 1 && Math.abs(thousands - Math.rint(thousands)) < ROUNDING;
    }

    private static boolean hasLetter(String text) {
        return text.chars().anyMatch(Character::isLetter);
    }

    private static boolean isNumber(String text) {
        return text.chars().noneMatch(c -> "+-.0123456789".indexOf(c) < 0);
    }

    /** What a unit counts: tokens where it is tokens for each parameter. */
    private static Unit counted(Unit unit) {
        Unit counted = Unit.NONE;
        for (Dimension dimension : Dimension.values()) {
            if (unit.exponent(dimension) > 0) {
                counted = counted.times(Unit.of(dimension).pow(unit.exponent(dimension)));
            }
        }
        return counted;
    }

    private static String number(Result truth) {
        ScaledUnit display = truth.shown().get(0).display();
        Unit unit = field(truth).unit();
        if (display != null && !display.symbol().isEmpty()) {
            return "a number in " + display.symbol();
        } else if (unit.equals(Unit.PARAMETER)) {
            return "a number of parameters, such as 3B";
        } else if (unit.equals(Unit.TOKEN)) {
            return "a number of tokens, such as 3T";
        } else if (unit.equals(Unit.SECOND)) {
            return "a time, such as 3 hours";
        } else if (unit.equals(Unit.DOLLAR)) {
            return "a sum of money, such as 300 USD";
        } else if (unit.equals(Unit.PERCENT)) {
            return "a percentage, such as 30%";
        }
        return unit.isNone() ? "a number" : "a number in " + unit;
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && "\"'`".indexOf(text.charAt(0)) >= 0
                && text.charAt(text.length() - 1) == text.charAt(0);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    /** Of a question that asks for points, what lies between two percentages is said in those. */
    static String pointed(String said, String question) {
        return question.contains("points") ? said.replace(" %", " points").replace("%", " points") : said;
    }

    String written() {
        return written;
    }

    /** Whether it is a number or a date below another one, of the same truth. */
    boolean isBelow(Guess other) {
        return value instanceof Double number && number < (Double) other.value;
    }

    /** How far off it was. */
    String told() {
        String is = one(Placeholders.printed(truth));
        Column column = truth.table().column(0);
        if (value instanceof String name) {
            boolean same = name.strip().equalsIgnoreCase(((TextColumn) column).value(0));
            return same ? Sayings.guessRight(written) : Sayings.guessWrong(written, is, null);
        } else if (value instanceof Boolean answer) {
            boolean same = answer == isTrue(truth);
            return same ? Sayings.guessRight(written) : Sayings.guessWrong(written, is, null);
        }
        double guessed = (Double) value;
        double actual = ((NumberColumn) column).values()[0];
        if (field(truth).type() == Type.DATE) {
            return guessed == actual ? Sayings.guessRight(written)
                    : Sayings.guessWrong(written, Dates.format(actual), days(guessed - actual));
        }
        if (Math.abs(guessed - actual) <= EXACT * Math.abs(actual)) {
            return guessed == actual ? Sayings.guessRight(written) : Sayings.guessClose(written, is);
        }
        return Sayings.guessWrong(written, is, off(guessed, actual));
    }

    /** One day is no days. */
    private static String one(String value) {
        return value.startsWith("1 ") && value.endsWith("s") && value.indexOf(' ', 2) < 0
                ? value.substring(0, value.length() - 1) : value;
    }

    private static String days(double difference) {
        double size = Math.abs(difference);
        long count = Math.round(size < MANY_DAYS ? size : size / MONTH);
        String unit = size < MANY_DAYS ? "day" : "month";
        return (size < MANY_DAYS ? "" : "about ") + count + " " + unit + (count == 1 ? "" : "s")
                + (difference > 0 ? " too late" : " too early");
    }

    private String off(double guessed, double actual) {
        String way = guessed > actual ? "too high by " : "too low by ";
        double ratio = guessed / actual;
        boolean positive = guessed > 0 && actual > 0;
        if (positive && (ratio >= FAR || ratio <= 1 / FAR)) {
            double factor = ratio < 1 ? 1 / ratio : ratio;
            double step = Math.pow(10, Math.floor(Math.log10(factor)) - 1);
            String times = NumberText.exact(Double.parseDouble(String.format(Locale.ROOT, "%.1f",
                    Math.rint(factor / step) * step)));
            return way + "a factor of " + times;
        }
        Result difference = scalar(field(truth), truth.shown().get(0),
                NumberColumn.of(Math.abs(guessed - actual)));
        String size = Placeholders.printed(difference);
        // What lies between two percentages is no percentage of anything.
        return way + size.replace(" percent", " points").replace(" %", " points").replace("%", " points");
    }
}
