package llmq.table;

import java.util.List;

/**
 * Rows in memory, by column.
 *
 * @param columns one for each field of the schema, all of the same size
 * @param label   name of the field by which a reader knows a row ({@code name} for models), or {@code null}
 */
public record Table(Schema schema, List<Column> columns, int rows, String label) {
    public Table {
        columns = List.copyOf(columns);
        if (columns.size() != schema.size()) {
            throw new IllegalArgumentException(columns.size() + " columns for " + schema.size() + " fields");
        }
        for (Column column : columns) {
            if (column.size() != rows) {
                throw new IllegalArgumentException("a column of " + column.size() + " cells among " + rows + " rows");
            }
        }
    }

    public Column column(int index) {
        return columns.get(index);
    }

    /** The column of that field, which must exist. */
    public Column column(String name) {
        return columns.get(schema.find(name));
    }

    /** The column of that field, which must exist and hold numbers or dates. */
    public NumberColumn numbers(String name) {
        return (NumberColumn) column(name);
    }

    /** The column of that field, which must exist and hold text. */
    public TextColumn texts(String name) {
        return (TextColumn) column(name);
    }

    /** The column of that field, which must exist and hold truth values. */
    public BooleanColumn booleans(String name) {
        return (BooleanColumn) column(name);
    }

    /** These rows, in this order. */
    public Table take(int[] picked) {
        return new Table(schema, columns.stream().map(column -> column.take(picked)).toList(), picked.length, label);
    }
}
