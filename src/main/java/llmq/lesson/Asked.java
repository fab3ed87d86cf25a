package llmq.lesson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import llmq.result.Layout;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.table.Schema;

/** Which columns of an answer must be there: those that its question names, and none that llmq adds by itself. */
final class Asked {
    private static final String RANK = "rank";
    /** What a frontier is asked for with the words of the same name. */
    private static final String DOMINATED = "dominated_by";

    private Asked() {
    }

    /** @param titles that an exercise names; empty where it names none */
    static List<Shown> of(Result answer, List<String> titles) {
        List<Shown> asked = new ArrayList<>();
        for (String title : titles) {
            Shown named = find(answer, title);
            if (named != null) {
                asked.add(named);
            }
        }
        if (!titles.isEmpty()) {
            return asked;
        }
        String label = answer.table().label();
        boolean unasked = label != null && (isDefault(answer) || answer.layout() == Layout.COMPARE && isWhole(answer));
        for (Shown column : answer.shown()) {
            boolean key = column.isKey() && label != null && !column.title().equals(DOMINATED)
                    && answer.layout() != Layout.PLOT;
            boolean own = column.isAsked() && !unasked && !key
                    || label == null && isDefault(answer);
            if (own && !isContext(column, label)) {
                asked.add(column);
            }
        }
        return asked;
    }

    /** A column by its title, or one that is there and not shown; {@code null} for none. */
    static Shown find(Result result, String title) {
        for (Shown column : result.shown()) {
            if (column.title().equalsIgnoreCase(title)) {
                return column;
            }
        }
        int hidden = result.table().schema().find(title);
        return hidden < 0 ? null : Shown.of(hidden, title, Shown.ASKED);
    }

    /** Whether it names rows or numbers them, or says to people what programs get in another column. */
    private static boolean isContext(Shown column, String label) {
        return column.title().equals(RANK) || column.title().equalsIgnoreCase(label)
                || column.reader() == Shown.Reader.PEOPLE;
    }

    /** Whether nothing was said of what to show, so that llmq shows what readers often look for. */
    static boolean isDefault(Result result) {
        for (Shown column : result.shown()) {
            if (result.layout() == Layout.TABLE && column.isUnasked()) {
                return true;
            }
        }
        return false;
    }

    /** Whether all that is known is shown. */
    private static boolean isWhole(Result result) {
        Schema schema = result.table().schema();
        Set<Integer> shown = new HashSet<>();
        for (Shown column : result.shown()) {
            shown.add(column.column());
        }
        for (int i = 0; i < schema.size(); i++) {
            boolean hidden = !shown.contains(i) && !schema.field(i).name().equals("id")
                    && !schema.field(i).name().equals(RANK);
            for (int row = 0; hidden && row < result.table().rows(); row++) {
                if (result.table().column(i).isKnown(row)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The columns of a learner's result that may hold what is asked for. */
    static List<Shown> offered(Result result) {
        List<Shown> offered = new ArrayList<>();
        for (Shown column : result.shown()) {
            if (column.reader() != Shown.Reader.PEOPLE) {
                offered.add(column);
            }
        }
        return offered;
    }
}
