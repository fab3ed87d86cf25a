package llmq.load;

import llmq.value.Type;

/** What the first cells of a column read as; a column is of a kind when nine in ten of its known cells are. */
final class Evidence {
    private int known;
    private int numbers;
    private int percents;
    private int dates;
    private int truths;

    void see(char[] buffer, int offset, int length) {
        int from = Slices.skipBlanks(buffer, offset, offset + length);
        int to = Slices.dropBlanks(buffer, from, offset + length);
        if (Slices.isUnknown(buffer, from, to)) {
            return;
        }
        known++;
        double number = NumberReader.read(buffer, from, to, 0);
        if (number == number) {
            numbers++;
            percents += buffer[to - 1] == '%' ? 1 : 0;
        } else if (Slices.truth(buffer, from, to) >= 0) {
            truths++;
        } else {
            double date = DateReader.read(buffer, from, to);
            dates += date == date ? 1 : 0;
        }
    }

    boolean isEmpty() {
        return known == 0;
    }

    /** Whether all known cells are of one kind. */
    boolean isPure() {
        return known == numbers || known == dates || known == truths;
    }

    /** Whether every number came with a percent sign. */
    boolean isPercent() {
        return percents > 0 && percents == numbers;
    }

    Type type() {
        return is(numbers) ? Type.NUMBER : is(dates) ? Type.DATE : is(truths) ? Type.BOOLEAN : Type.TEXT;
    }

    /** Whether at most one in ten is bad. */
    static boolean isEnough(long bad, long known) {
        return bad * 10 <= known;
    }

    private boolean is(int count) {
        return count > 0 && isEnough(known - count, known);
    }
}
