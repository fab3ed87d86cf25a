package llmq.figure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** The elements of a picture in the order in which they are drawn, in groups that say what they are. */
final class SvgElements {
    private final String prefix;
    private final StringBuilder out = new StringBuilder(1 << 16);
    private final Map<String, String> clips = new LinkedHashMap<>();
    /** Where each open group begins, and where its inside does. */
    private final Deque<int[]> groups = new ArrayDeque<>();
    /** A filled shape, which may be about to get its rim. */
    private String filled;
    private String fillPaint;
    private String fillClip;

    /** @param prefix of every id, so that several pictures can share a page */
    SvgElements(String prefix) {
        this.prefix = prefix;
    }

    void begin(Map<?, ?> attributes) {
        flush();
        int start = out.length();
        out.append("<g");
        attributes.forEach((name, value) -> {
            if (!Hook.TITLE.equals(name)) {
                out.append(' ').append(name).append("=\"").append(Svg.escape(value.toString())).append('"');
            }
        });
        out.append('>');
        Object title = attributes.get(Hook.TITLE);
        if (title != null) {
            out.append("<title>").append(Svg.escape(title.toString())).append("</title>");
        }
        out.append('\n');
        groups.push(new int[] {start, out.length()});
    }

    /** A group in which nothing was drawn leaves no trace. */
    void end() {
        flush();
        int[] group = groups.pop();
        if (out.length() == group[1]) {
            out.setLength(group[0]);
        } else {
            out.append("</g>\n");
        }
    }

    void add(String element) {
        flush();
        out.append(element).append('\n');
    }

    void fill(String geometry, String paint, String clip) {
        flush();
        filled = geometry;
        fillPaint = paint;
        fillClip = clip;
    }

    /** The rim of what was just filled joins it. */
    void draw(String geometry, String paint, String clip) {
        if (geometry.equals(filled) && (clip == null) == (fillClip == null)) {
            String both = fillPaint + paint;
            filled = null;
            element(geometry, both, clip);
        } else {
            flush();
            // Lines have no inside.
            element(geometry, (geometry.startsWith("<line") ? "" : " fill=\"none\"") + paint, clip);
        }
    }

    private void flush() {
        if (filled != null) {
            String geometry = filled;
            filled = null;
            element(geometry, fillPaint, fillClip);
        }
    }

    private void element(String geometry, String paint, String clip) {
        out.append(geometry).append(paint);
        if (clip != null) {
            out.append(" clip-path=\"url(#")
                    .append(clips.computeIfAbsent(clip, path -> prefix + "clip" + (clips.size() + 1))).append(")\"");
        }
        out.append("/>\n");
    }

    /** What the elements refer to. */
    String definitions() {
        StringBuilder text = new StringBuilder();
        clips.forEach((path, id) -> text.append("<clipPath id=\"").append(id).append("\"><path d=\"").append(path)
                .append("\"/></clipPath>\n"));
        return text.toString();
    }

    @Override
    public String toString() {
        flush();
        return out.toString();
    }
}
