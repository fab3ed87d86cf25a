package llmq.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The fields of a table, in order. */
public final class Schema {
    private final List<Field> fields;
    private final Map<String, Integer> index;

    public Schema(List<Field> fields) {
        this.fields = List.copyOf(fields);
        this.index = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            index.putIfAbsent(fold(fields.get(i).name()), i);
        }
    }

    public List<Field> fields() {
        return fields;
    }

    public Field field(int column) {
        return fields.get(column);
    }

    public int size() {
        return fields.size();
    }

    /** Position of the field of that name, without regard to case; −1 if there is none. */
    public int find(String name) {
        return index.getOrDefault(fold(name), -1);
    }

    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (Field field : fields) {
            names.add(field.name());
        }
        return names;
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
