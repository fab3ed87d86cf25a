package llmq.lesson;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import llmq.result.Layout;
import llmq.result.LeftOut;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.NumberColumn;
import llmq.table.Schema;

/** Holds rows that have names against those of an answer, whatever their order and that of their columns. */
final class RowComparison {
    /** Of less than a tenth in common nobody can say that it is meant as an answer. */
    private static final double RELATED = 0.1;
    /** A list of everything that is so many times as long as the answer is a look around. */
    static final int LOOK = 3;
    private static final String RANKED = "ranked by another value";

    private final Result answer;
    private final Result other;
    private final Exercise.Terms terms;
    private final List<Shown> asked;
    private final Columns columns;
    private final String noun;
    private String these = "these ";
    /** Which row of the other result each row of the answer is; −1 for none. */
    private int[] match;
    private boolean[] used;
    /** Rows of the answer that another one stands for which is as good. */
    private final BitSet tied = new BitSet();

    RowComparison(Result answer, Result other, Exercise.Terms terms, List<Shown> asked) {
        this.answer = answer;
        this.other = other;
        this.terms = terms;
        this.asked = asked;
        this.columns = new Columns(answer, other, new Cells(terms.tolerance()));
        this.noun = noun(answer);
    }

    private static String noun(Result answer) {
        Schema schema = answer.table().schema();
        boolean models = "name".equals(answer.table().label())
                && (schema.find("params") >= 0 || schema.find("family") >= 0);
        return models ? "model" : "row";
    }

    private String prefix() {
        return answer.layout() == Layout.CHANGE ? "" : "right " + nouns(2) + "; ";
    }

    private String nouns(int count) {
        return noun + (count == 1 ? "" : "s");
    }

    /** {@code null} where rows cannot be told by names. */
    Verdict verdict() {
        List<Integer> names = Naming.columns(answer);
        if (names == null) {
            return null;
        }
        List<Integer> otherNames = new ArrayList<>();
        for (int name : names) {
            int found = columns.naming(name);
            if (found < 0) {
                return unrelated();
            }
            otherNames.add(found);
        }
        if (!pair(names, otherNames)) {
            return grouped();
        }
        int n = answer.table().rows();
        int m = other.table().rows();
        int common = 0;
        for (int row : match) {
            common += row >= 0 ? 1 : 0;
        }
        if (common < n) {
            common += tiedAtCut();
        }
        if (common == n && m == n) {
            Verdict same = same();
            return !same.isRight() && turn(names.get(0), otherNames.get(0)) && same().isRight() ? Verdict.RIGHT : same;
        }
        return different(n, m, common);
    }

    /** Finds the rows of the same names; whether those have one row each. */
    private boolean pair(List<Integer> names, List<Integer> otherNames) {
        Map<String, Integer> others = Naming.rows(other.table(), otherNames);
        if (others.size() < other.table().rows()) {
            return false;
        }
        match = new int[answer.table().rows()];
        used = new boolean[other.table().rows()];
        for (Map.Entry<String, Integer> entry : Naming.rows(answer.table(), names).entrySet()) {
            int row = others.getOrDefault(entry.getKey(), -1);
            match[entry.getValue()] = row;
            if (row >= 0) {
                used[row] = true;
            }
        }
        return true;
    }

    /**
     * Where an answer ends among rows that are as good as each other, any of those may be the last ones: pairs such
     * rows, and says how many.
     */
    private int tiedAtCut() {
        int key = new Order(answer).key();
        int last = answer.table().rows() - 1;
        if (key < 0 || answer.wanted().rows() != answer.table().rows() || other.table().rows() != last + 1) {
            return 0;
        }
        String title = answer.table().schema().field(key).name();
        Shown found = Asked.find(other, title);
        Column values = answer.table().column(key);
        if (found == null || !Cells.alike(values, other.table().column(found.column()))) {
            return 0;
        }
        Column others = other.table().column(found.column());
        Map<Integer, Integer> pairs = new HashMap<>();
        int free = 0;
        for (int row = 0; row <= last; row++) {
            if (match[row] >= 0) {
                continue;
            }
            while (free < used.length && used[free]) {
                free++;
            }
            String value = Cells.key(values, row);
            if (!value.equals(Cells.key(values, last)) || !value.equals(Cells.key(others, free))) {
                return 0;
            }
            pairs.put(row, free++);
        }
        for (Map.Entry<Integer, Integer> pair : pairs.entrySet()) {
            match[pair.getKey()] = pair.getValue();
            used[pair.getValue()] = true;
            tied.set(pair.getKey());
        }
        return pairs.size();
    }

    /** Pairs yes with no, if rows go by a condition that may be the opposite of the answer's: {@code per not open}. */
    private boolean turn(int name, int otherName) {
        String title = answer.table().schema().field(name).name();
        if (!(answer.table().column(name) instanceof BooleanColumn truths)
                || title.equalsIgnoreCase(other.table().schema().field(otherName).name())) {
            return false;
        }
        int yes = -1;
        int no = -1;
        for (int row = 0; row < match.length; row++) {
            yes = truths.values()[row] == BooleanColumn.TRUE ? row : yes;
            no = truths.values()[row] == BooleanColumn.FALSE ? row : no;
        }
        if (yes < 0 || no < 0) {
            return false;
        }
        int paired = match[yes];
        match[yes] = match[no];
        match[no] = paired;
        return true;
    }

    private Verdict same() {
        // A row in the place of another has values of its own.
        int[] rows = new int[match.length - tied.cardinality()];
        int[] otherRows = new int[rows.length];
        int next = 0;
        for (int row = 0; row < match.length; row++) {
            if (!tied.get(row)) {
                rows[next] = row;
                otherRows[next++] = match[row];
            }
        }
        Verdict values = values(rows, otherRows);
        if (!values.isRight() || !terms.ordered()) {
            return values;
        }
        return new Order(answer).verdict(match, nouns(2));
    }

    private Verdict values(int[] rows, int[] otherRows) {
        int missing = 0;
        Verdict differing = null;
        for (Shown wanted : asked) {
            Columns.Found found = columns.find(wanted, rows, otherRows);
            if (found.column() < 0) {
                missing++;
            } else if (found.different() > 0 && differing == null) {
                String title = other.table().schema().field(found.column()).name();
                differing = Verdict.near(prefix() + (found.words() != null ? "`" + title + "` is " + found.words()
                        : rows.length == 1 ? "the value of `" + title + "` differs"
                        : "the values of `" + title + "` differ" + (found.different() == rows.length ? ""
                                : " in " + found.different() + " of " + rows.length)));
            }
        }
        if (missing > 0) {
            return Verdict.near(prefix() + (missing == 1 ? "a column is"
                    : missing + " columns are") + " missing that the task asks for");
        }
        return differing == null ? Verdict.RIGHT : differing;
    }

    private Verdict different(int n, int m, int common) {
        if (common == 0) {
            return unrelated();
        }
        if (common == n) {
            return more(n, m);
        }
        double share = common / (double) (n + m - common);
        boolean first = common == m && isBeginning(m);
        if (share < RELATED && !first) {
            return isRankedOtherwise() ? Verdict.near(RANKED + "; and `top " + n + "` is asked for") : Verdict.OTHER;
        }
        int missing = n - common;
        if (common == m) {
            if (first && other.wanted().rows() == m && !isTop()) {
                return Verdict.near("right " + nouns(m) + ", " + m + " of " + n
                        + ": all are asked for, without `top " + m + "`");
            }
            return Verdict.near(first && isTop() ? "right " + nouns(m) + ", " + m + " of " + n + ": `top " + n
                    + "` is asked for" : m + " of " + n + " " + nouns(n) + (m == 1 ? " is" : " are") + " there, and "
                    + count(missing) + (missing == 1 ? " is" : " are") + " missing" + missingTrait());
        }
        int extra = m - common;
        String right = common + " of " + n + (common == 1 ? " is right" : " are right");
        String wrong = extra == missing && extra > 1 ? ", the other " + extra + " are not"
                : ": " + count(extra) + " too many, and " + count(missing) + (missing == 1 ? " is" : " are")
                        + " missing";
        return Verdict.near(right + wrong + (isRankedOtherwise() ? "; " + RANKED : extraTrait()));
    }

    /** Whether both are rankings, and those rows that both have do not have the same value. */
    private boolean isRankedOtherwise() {
        int key = new Order(answer).key();
        Shown ranked = isTop() ? rankedBy(key) : null;
        if (ranked == null || !ranked.isKey()) {
            return false;
        }
        Cells cells = new Cells(terms.tolerance());
        Column values = answer.table().column(key);
        Column others = other.table().column(ranked.column());
        for (int row = 0; row < match.length; row++) {
            if (match[row] >= 0 && !cells.same(answer.table().schema().field(key), values, row, others, match[row])) {
                return true;
            }
        }
        return false;
    }

    private static String count(int count) {
        return count == 1 ? "one" : Integer.toString(count);
    }

    /** All are there, and others. */
    private Verdict more(int n, int m) {
        boolean first = isTop() && isFirst(n);
        if (isTop() && !first && isRankedOtherwise()) {
            return Verdict.near(RANKED + "; and `top " + n + "` is asked for");
        }
        Order order = new Order(answer);
        Shown ranked = rankedBy(order.key());
        boolean meant = first || ranked != null && ranked.isKey();
        if (isEverything(other) && m > n * LOOK && !meant) {
            return Verdict.OTHER;
        }
        if (isTop() && !first && ranked != null && Order.direction(other.table().column(ranked.column()))
                == -order.direction()) {
            return Verdict.near("ranked " + (order.direction() < 0 ? "ascending" : "descending") + ", so that the other"
                    + " end comes first; and `top " + n + "` is asked for");
        }
        if (isTop() && !first && m > n * LOOK) {
            // Among all there are those that are asked for, in whatever order.
            Verdict firstOnes = ranked == null ? Verdict.OTHER : firstOnes(n);
            return Verdict.near(firstOnes.isNear() ? firstOnes.words() + "; and `top " + n + "` is asked for"
                    : "not in the order that is asked for, and not its `top " + n + "`");
        }
        String all = n == 1 ? "the right one is there" : (n == 2 ? "both" : "all " + n) + " are there";
        return Verdict.near(first ? (n == 1 ? "the right one comes first" : "the right " + n + " come first")
                + ", and " + (m - n) + " more: `top " + n + "` is asked for"
                : all + ", and " + (m - n) + " more" + extraTrait());
    }

    /** What is to be said of the first n of the other rows. */
    private Verdict firstOnes(int n) {
        RowComparison firstOnes = new RowComparison(answer, first(other, n), terms, asked);
        firstOnes.these = "the first ";
        return firstOnes.verdict();
    }

    /** The first n rows of a result. */
    static Result first(Result result, int n) {
        int[] rows = new int[Math.min(n, result.table().rows())];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = row;
        }
        return result.of(result.table().take(rows));
    }

    /** Whether nothing was chosen. */
    static boolean isEverything(Result result) {
        long rows = result.table().rows();
        for (LeftOut part : result.leftOut()) {
            rows += part.rows();
        }
        return rows >= result.considered();
    }

    /** Whether the answer is the first so many of something. */
    private boolean isTop() {
        return isTop(answer);
    }

    static boolean isTop(Result result) {
        return result.wanted().rows() > 0 && result.wanted().rows() == result.table().rows();
    }

    /** Whether the first n of the other rows are those of the answer. */
    private boolean isFirst(int n) {
        for (int row = 0; row < n; row++) {
            if (!used[row]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the first m rows of the answer are the other's. */
    private boolean isBeginning(int m) {
        for (int row = 0; row < m; row++) {
            if (match[row] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Nothing in common: still an answer where as many are ranked, or the same is asked of other groups. */
    private Verdict unrelated() {
        Order order = new Order(answer);
        boolean alike = isTop() && other.layout() == Layout.TABLE && noun.equals(noun(other));
        Shown key = alike ? rankedBy(order.key()) : null;
        if (key == null) {
            return alike && isTop(other) && other.shown().stream().anyMatch(Shown::isKey)
                    ? Verdict.near(none(other.table().rows())) : grouped();
        }
        Column values = other.table().column(key.column());
        int direction = Order.direction(values);
        boolean title = key.title().equalsIgnoreCase(answer.table().schema().field(order.key()).name());
        boolean unit = other.table().schema().field(key.column()).unit()
                .equals(answer.table().schema().field(order.key()).unit());
        if (direction != 0 && direction == -order.direction() && unit) {
            return Verdict.near("the other end: ranked " + (direction < 0 ? "descending" : "ascending"));
        }
        int rows = other.table().rows();
        boolean meant = rows == answer.table().rows() || isTop(other) && key.isKey();
        return meant ? Verdict.near(none(rows) + (title ? strangers(true) : ": " + RANKED)) : Verdict.OTHER;
    }

    /** What the other rows are and none of the answer's is, where they have none in common. */
    private String strangers(boolean meant) {
        String trait = meant ? Traits.of(all(answer), all(other), answer) : null;
        String most = trait == null ? Traits.ofMost(all(answer), all(other), "them") : null;
        return trait != null ? "; " + (other.table().rows() == 1 ? "it " : "they ") + trait
                : most != null ? "; " + most : "";
    }

    private static Traits.Rows all(Result result) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < result.table().rows(); row++) {
            rows.add(row);
        }
        return new Traits.Rows(result.table(), rows);
    }

    /** Whether the same is asked of other rows: ranked by the same values, or a frontier of them. */
    private boolean isAskedAlike() {
        List<String> keys = new ArrayList<>();
        for (Shown shown : answer.shown()) {
            if (shown.isKey()) {
                keys.add(shown.title());
            }
        }
        for (Shown shown : other.shown()) {
            if (shown.isKey() && !keys.remove(shown.title())) {
                return false;
            }
        }
        return keys.isEmpty() && noun.equals("model") && noun(other).equals(noun) && other.layout() == answer.layout();
    }

    private String none(int rows) {
        return rows == 1 ? "not the right one" : "none of " + these + rows + " is right";
    }

    /** What the other rows are ordered by, where that is to be seen. @param key of the answer, −1 for none */
    private Shown rankedBy(int key) {
        Shown ranked = null;
        for (Shown column : other.shown()) {
            boolean title = key >= 0 && column.title().equalsIgnoreCase(answer.table().schema().field(key).name());
            boolean ordered = column.isKey() || title && column.isAsked();
            boolean one = column.isKey() && other.table().rows() == 1
                    || Order.direction(other.table().column(column.column())) != 0;
            if (key >= 0 && ordered && one
                    && (ranked == null || title)) {
                ranked = column;
            }
        }
        return ranked;
    }

    /** Where all that is asked for is there by its title, and the rows are other ones. */
    private Verdict grouped() {
        String strangers = isAskedAlike() ? strangers(false) : "";
        if (!strangers.isEmpty()) {
            return Verdict.near(none(other.table().rows()) + strangers);
        }
        for (Shown column : asked) {
            boolean there = false;
            for (Shown offered : Asked.offered(other)) {
                there |= offered.title().equalsIgnoreCase(column.title());
            }
            if (!there) {
                return Verdict.OTHER;
            }
        }
        if (noun.equals("model") && noun(other).equals(noun) && !Asked.isDefault(other) && !asked.isEmpty()) {
            return Verdict.near("the right columns, but none of the models that are asked for");
        }
        return asked.isEmpty() || noun.equals("model") ? Verdict.OTHER : Verdict.near(other.table().rows() == 1
                ? "the right columns, for all rows together: one row for each group is asked for"
                : "the right columns, but for other rows or groups than are asked for");
    }

    private String extraTrait() {
        List<Integer> right = new ArrayList<>();
        List<Integer> extra = new ArrayList<>();
        for (int row = 0; row < used.length; row++) {
            (used[row] ? right : extra).add(row);
        }
        Traits.Rows belong = new Traits.Rows(other.table(), right);
        Traits.Rows odd = new Traits.Rows(other.table(), extra);
        String trait = Traits.of(belong, odd, answer);
        String most = trait == null ? Traits.ofMost(belong, odd, "the extra ones") : null;
        return trait != null ? "; the extra " + (extra.size() == 1 ? "one" : "ones") + " " + trait
                : most != null ? "; " + most : "";
    }

    private String missingTrait() {
        List<Integer> there = new ArrayList<>();
        List<Integer> missing = new ArrayList<>();
        for (int row = 0; row < match.length; row++) {
            (match[row] >= 0 ? there : missing).add(row);
        }
        String trait = Traits.of(new Traits.Rows(answer.table(), there),
                new Traits.Rows(answer.table(), missing), answer);
        return trait == null ? "" : "; the missing " + (missing.size() == 1 ? "one" : "ones") + " " + trait;
    }
}
