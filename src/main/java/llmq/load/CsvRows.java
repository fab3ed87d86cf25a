package llmq.load;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;

/** Takes the cells of CSV records straight from the parser's buffer into a batch. */
final class CsvRows extends AbstractBaseCsvCallbackHandler<Void> {
    private final Batch batch;
    private final int width;
    private boolean header;
    private long line;
    private boolean surplus;

    CsvRows(Batch batch) {
        this.batch = batch;
        this.width = batch.width();
    }

    /** @param withHeader whether the first record to come holds the titles */
    void start(boolean withHeader) {
        header = withHeader;
        line = 1;
    }

    /** Where the record that was begun last starts, from 1; once all are read, one more than there are lines. */
    long line() {
        return line;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = startingLineNumber;
        surplus = false;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (header) {
            return;
        }
        if (index < width) {
            batch.cell(index, buffer, offset, length, quoted, line);
        } else {
            surplus |= length > 0;
        }
    }

    @Override
    protected Void buildRecord() {
        // What is null is a record that the library passes over: nothing has to come out of it.
        if (getRecordType() == RecordType.EMPTY) {
            return null;
        }
        if (header) {
            header = false;
            return null;
        }
        int count = getFieldCount();
        if (count < width) {
            batch.report(new BadCell(line, null, cells(count) + ", where the header has " + width
                    + "; the missing ones are unknown"));
        } else if (surplus) {
            batch.report(new BadCell(line, null, cells(count) + ", where the header has " + width
                    + "; the rest is left out"));
        }
        batch.endRow();
        return null;
    }

    private static String cells(int count) {
        return count == 1 ? "1 cell" : count + " cells";
    }
}
