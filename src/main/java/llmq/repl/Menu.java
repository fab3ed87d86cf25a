package llmq.repl;

import java.util.ArrayList;
import java.util.List;
import llmq.text.Role;
import llmq.text.Theme;
import org.jline.reader.Candidate;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * How candidates stand beneath the text, group by group: each on a line of its own with what is said of it beside it,
 * where anything is said of one of the group; else in as many columns as there is room for.
 *
 * @param lines    of the text, which where all have no room is the page with the one that is chosen
 * @param selected the line of the one that is chosen; -1 for none
 * @param columns  of candidates in each group; 1 where groups differ
 */
record Menu(AttributedString text, int lines, int selected, int columns) {
    private static final int GAP = 2;
    /** Where descriptions start at the latest, in parts of the width. */
    private static final int PART = 2;

    /**
     * @param ordered gets the candidates in the order in which they are shown; {@code null} for no need
     * @param rows    lines of the text; what has no room is counted in the last
     */
    static Menu of(List<Candidate> candidates, Candidate chosen, List<Candidate> ordered, int width, int rows,
            Theme theme) {
        List<List<Candidate>> groups = groups(candidates);
        // Those with descriptions share their column, and the others theirs.
        int beside = Math.min(widest(groups, true), Math.max(1, width / PART));
        int alone = Math.min(widest(groups, false), Math.max(1, width - 1));
        int most = 1;
        List<AttributedString> lines = new ArrayList<>();
        // How many candidates the lines up to one show.
        List<Integer> shown = new ArrayList<>();
        int selected = -1;
        boolean mixed = false;
        int count = 0;
        for (List<Candidate> group : groups) {
            if (groups.size() > 1) {
                lines.add(AttributedString.fromAnsi(theme.paint(Role.HEADER, cut(group.get(0).group(), width - 1))));
                shown.add(count);
            }
            boolean told = isTold(group);
            int cell = told ? beside : alone;
            int columns = told ? 1 : Math.max(1, (width - 1 + GAP) / (cell + GAP));
            most = Math.max(most, columns);
            mixed |= told;
            int high = (group.size() + columns - 1) / columns;
            for (int row = 0; row < high; row++) {
                AttributedStringBuilder line = new AttributedStringBuilder();
                for (int at = row; at < group.size(); at += high) {
                    Candidate candidate = group.get(at);
                    selected = candidate == chosen ? lines.size() : selected;
                    boolean last = !told && at + high >= group.size();
                    cell(line, candidate, candidate == chosen, last ? 0 : cell + GAP, cell);
                    count++;
                    if (candidate.descr() != null) {
                        int used = line.columnLength();
                        line.append(AttributedString.fromAnsi(
                                theme.paint(Role.REMARK, cut(candidate.descr(), width - 1 - used))));
                    }
                }
                lines.add(line.toAttributedString());
                shown.add(count);
            }
            if (ordered != null) {
                ordered.addAll(group);
            }
        }
        int all = lines.size();
        if (all > rows && rows > 1) {
            // A page of them, with the one that is chosen.
            int page = rows - 1;
            int start = Math.max(0, selected) / page * page;
            int end = Math.min(all, start + page);
            int seen = shown.get(end - 1) - (start == 0 ? 0 : shown.get(start - 1));
            lines = new ArrayList<>(lines.subList(start, end));
            lines.add(AttributedString.fromAnsi(theme.paint(Role.SUGGESTION, cut("… " + (candidates.size() - seen)
                    + (chosen == null ? " more: type on, or Tab" : " more: Tab, or the arrows"), width - 1))));
            selected = selected < 0 ? selected : selected - start;
        }
        return new Menu(AttributedString.join(new AttributedString("\n"), lines), lines.size(), selected,
                mixed ? 1 : most);
    }

    private static boolean isTold(List<Candidate> group) {
        for (Candidate candidate : group) {
            if (candidate.descr() != null) {
                return true;
            }
        }
        return false;
    }

    private static int widest(List<List<Candidate>> groups, boolean told) {
        int widest = 1;
        for (List<Candidate> group : groups) {
            for (Candidate candidate : isTold(group) == told ? group : List.<Candidate>of()) {
                widest = Math.max(widest, length(candidate.displ()));
            }
        }
        return widest;
    }

    private static void cell(AttributedStringBuilder line, Candidate candidate, boolean chosen, int width, int most) {
        String text = cut(candidate.displ(), most);
        line.styled(chosen ? AttributedStyle.DEFAULT.inverse() : AttributedStyle.DEFAULT, text);
        for (int i = length(text); i < width; i++) {
            line.append(' ');
        }
    }

    /** Those of a group together, the groups in the order of their first. */
    private static List<List<Candidate>> groups(List<Candidate> candidates) {
        List<List<Candidate>> groups = new ArrayList<>();
        for (Candidate candidate : candidates) {
            List<Candidate> own = null;
            for (List<Candidate> group : groups) {
                own = String.valueOf(group.get(0).group()).equals(String.valueOf(candidate.group())) ? group : own;
            }
            if (own == null) {
                own = new ArrayList<>();
                groups.add(own);
            }
            own.add(candidate);
        }
        return groups;
    }

    private static int length(String text) {
        return new AttributedString(text).columnLength();
    }

    private static String cut(String text, int width) {
        return length(text) <= width ? text
                : width < 1 ? "" : new AttributedString(text).columnSubSequence(0, width - 1) + "…";
    }
}
