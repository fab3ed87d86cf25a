package llmq.document;

import java.util.List;
import llmq.diagnostic.SourceText;
import llmq.syntax.tree.Script;

/** A script read as a document: its prose, its statements and what they are said to print, in order. */
public record Document(SourceText source, Script script, List<Block> blocks) {
    public Document {
        blocks = List.copyOf(blocks);
    }

    /** The first heading; else the file's name without its ending. */
    public String title() {
        for (Block block : blocks) {
            if (block instanceof Block.Heading heading) {
                return heading.text();
            }
        }
        String name = source.name() == null ? "llmq" : source.name();
        String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return file.endsWith(".llmq") ? file.substring(0, file.length() - ".llmq".length()) : file;
    }
}
