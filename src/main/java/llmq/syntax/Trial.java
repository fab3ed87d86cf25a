package llmq.syntax;

import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * What the parser makes of a beginning and a token or two after it. The passes see all of it, so that a word is what
 * it would be in a whole text.
 */
final class Trial {
    private final List<CommonToken> list;
    private final Reader reader;
    private final boolean taken;

    private Trial(List<CommonToken> list, Reader reader, boolean taken) {
        this.list = list;
        this.reader = reader;
        this.taken = taken;
    }

    /**
     * @param tokens as the lexer gives them, without the end
     * @param end    the end of the text; where the probe is to stand
     */
    static Trial of(SourceText text, List<CommonToken> tokens, CommonToken end, CommonToken... probe) {
        List<CommonToken> copies = new ArrayList<>(tokens.size() + probe.length + 1);
        for (CommonToken token : tokens) {
            copies.add(new CommonToken(token));
        }
        int at = end.getStartIndex();
        for (CommonToken token : probe) {
            CommonToken copy = new CommonToken(token);
            int length = copy.getText().length();
            copy.setLine(end.getLine());
            copy.setStartIndex(at);
            copy.setStopIndex(at + length - 1);
            at += length;
            copies.add(copy);
        }
        CommonToken last = new CommonToken(end);
        last.setStartIndex(at);
        last.setStopIndex(at - 1);
        copies.add(last);
        List<CommonToken> list = new Words(new Quantities(copies).join()).read();
        Reader reader = new Reader(list, LlmqParser.RULE_script);
        try {
            Depth.check(list, text);
            reader.script();
        } catch (Reader.Stop stop) {
            // Where it stopped is what was asked.
        } catch (LlmqException tooDeep) {
            return new Trial(list, reader, false);
        }
        return new Trial(list, reader, reader.getCurrentToken().getType() == Token.EOF);
    }

    /** Whether the parser took every token. */
    boolean taken() {
        return taken;
    }

    /** The type of the token at that distance from the last one, 0 for the last itself. */
    int type(int distance) {
        int index = list.size() - 2 - distance;
        return index < 0 ? Token.EOF : list.get(index).getType();
    }

    CommonToken last() {
        return list.get(Math.max(0, list.size() - 2));
    }

    /** Offset in the text of the token that the parser did not take. */
    int stuck() {
        return reader.getCurrentToken().getStartIndex();
    }

    Reader.Place place() {
        return reader.after();
    }
}
