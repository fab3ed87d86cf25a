package llmq.lesson;

import llmq.result.Result;
import llmq.result.Shown;
import llmq.table.Column;
import llmq.table.NumberColumn;
import llmq.table.Table;

/** The order that the rows of an answer stand in. */
final class Order {
    private static final int FEW = 5;

    private final Table table;
    private final int key;

    Order(Result answer) {
        this.table = answer.table();
        this.key = find(answer);
    }

    /** The column that the rows are ordered by, as far as can be seen; −1 for none. */
    int key() {
        return key;
    }

    /** −1 where the key falls from row to row, 1 where it rises, 0 where nothing is known. */
    int direction() {
        return key < 0 ? 0 : direction(table.column(key));
    }

    private static int find(Result answer) {
        for (boolean keys : new boolean[] {true, false}) {
            for (Shown shown : answer.shown()) {
                boolean candidate = keys ? shown.isKey() : shown.isAsked();
                boolean one = keys && answer.table().rows() == 1;
                if (candidate && !shown.title().equals("rank")
                        && (one || direction(answer.table().column(shown.column())) != 0)) {
                    return shown.column();
                }
            }
        }
        // Few rows are in the order of some column by chance.
        boolean many = answer.table().rows() > FEW;
        for (int column = 0; many && column < answer.table().schema().size(); column++) {
            if (!answer.table().schema().field(column).name().equals("rank")
                    && direction(answer.table().column(column)) != 0) {
                return column;
            }
        }
        return -1;
    }

    /** Of numbers that go one way throughout, the unknown last. */
    static int direction(Column column) {
        if (!(column instanceof NumberColumn numbers)) {
            return 0;
        }
        int direction = 0;
        for (int row = 1; row < numbers.size(); row++) {
            if (!numbers.isKnown(row)) {
                continue;
            }
            if (!numbers.isKnown(row - 1)) {
                return 0;
            }
            int step = Double.compare(numbers.values()[row] + 0.0, numbers.values()[row - 1] + 0.0);
            if (step != 0 && direction != 0 && (step > 0) != (direction > 0)) {
                return 0;
            }
            direction = step == 0 ? direction : step > 0 ? 1 : -1;
        }
        return direction;
    }

    /** @param match the place that each row of the answer has among the learner's, every one of them */
    Verdict verdict(int[] match, String nouns) {
        int[] order = new int[match.length];
        for (int row = 0; row < match.length; row++) {
            order[match[row]] = row;
        }
        int agree = agree(order);
        if (agree == order.length) {
            return Verdict.RIGHT;
        }
        int[] reversed = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            reversed[i] = order[order.length - 1 - i];
        }
        if (agree(reversed) == order.length) {
            int direction = direction();
            return Verdict.near("right " + nouns + (direction == 0 ? ", in reverse order"
                    : ", wrong order: ranked " + (direction < 0 ? "ascending" : "descending")));
        }
        return Verdict.near(agree > 0 ? (agree == 1 ? "the first one is" : "the first " + agree + " are")
                + " right, then the order differs" : "right " + nouns + ", in another order");
    }

    /** How many rows from the first on stand where they may. */
    private int agree(int[] order) {
        for (int place = 0; place < order.length; place++) {
            boolean tied = key >= 0 && Cells.key(table.column(key), place)
                    .equals(Cells.key(table.column(key), order[place]));
            if (order[place] != place && !tied) {
                return place;
            }
        }
        return order.length;
    }
}
