package llmq.syntax;

import java.lang.reflect.RecordComponent;
import java.util.List;
import llmq.diagnostic.Span;

/** A tree as text without its places, so that two layouts of one script can be compared. */
public final class Shape {
    private Shape() {
    }

    public static String of(Object node) throws ReflectiveOperationException {
        if (node instanceof List<?> list) {
            StringBuilder text = new StringBuilder("[");
            for (Object each : list) {
                text.append(of(each)).append(' ');
            }
            return text.append(']').toString();
        }
        if (!(node instanceof Record) || node.getClass().getName().startsWith("java.")) {
            return String.valueOf(node);
        }
        StringBuilder text = new StringBuilder(node.getClass().getSimpleName()).append('(');
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            if (component.getType() != Span.class) {
                text.append(of(component.getAccessor().invoke(node))).append(' ');
            }
        }
        return text.append(')').toString();
    }
}
