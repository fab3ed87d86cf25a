package llmq.load;

import java.util.ArrayList;
import java.util.List;
import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.Dictionary;
import llmq.table.NumberColumn;
import llmq.table.TextColumn;

/** A column as its batches come in, block by block; nothing is copied until all are there. */
abstract class Collected {

    /** Adds a batch; batches come in the order of the file. */
    abstract void append(Cells cells);

    /** The column; its blocks are given up. */
    abstract Column build(int rows);

    static final class Doubles extends Collected {
        private final List<double[]> blocks = new ArrayList<>();

        @Override
        void append(Cells cells) {
            blocks.add(((DoubleCells) cells).take());
        }

        @Override
        Column build(int rows) {
            double[] values = new double[rows];
            int at = 0;
            for (double[] block : blocks) {
                System.arraycopy(block, 0, values, at, block.length);
                at += block.length;
            }
            blocks.clear();
            return new NumberColumn(values, null);
        }
    }

    static final class Truths extends Collected {
        private final List<byte[]> blocks = new ArrayList<>();

        @Override
        void append(Cells cells) {
            blocks.add(((TruthCells) cells).take());
        }

        @Override
        Column build(int rows) {
            byte[] values = new byte[rows];
            int at = 0;
            for (byte[] block : blocks) {
                System.arraycopy(block, 0, values, at, block.length);
                at += block.length;
            }
            blocks.clear();
            return new BooleanColumn(values, null);
        }
    }

    static final class Texts extends Collected {
        private final List<int[]> blocks = new ArrayList<>();
        private final TextPool pool = new TextPool();

        @Override
        void append(Cells cells) {
            TextCells texts = (TextCells) cells;
            blocks.add(texts.take(texts.codesIn(pool)));
        }

        @Override
        Column build(int rows) {
            int[] codes = new int[rows];
            int at = 0;
            for (int[] block : blocks) {
                System.arraycopy(block, 0, codes, at, block.length);
                at += block.length;
            }
            blocks.clear();
            Dictionary dictionary = pool.build();
            return new TextColumn(codes, dictionary, null);
        }
    }
}
