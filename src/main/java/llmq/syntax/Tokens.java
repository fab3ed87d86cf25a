package llmq.syntax;

import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.SourceText;
import llmq.diagnostic.Span;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** What the parser reads of a text; the last of {@code list} is the end of the text. */
record Tokens(List<CommonToken> list, List<Comment> comments) {
    /** Far more than a script has, and few enough for a modest heap. */
    private static final int MOST = 200_000;

    /** @throws llmq.diagnostic.LlmqException where the text is too long or too deep to be read at all */
    static Tokens of(SourceText source) {
        LlmqLexer lexer = new LlmqLexer(new Characters(source.text()));
        lexer.removeErrorListeners();
        List<CommonToken> raw = new ArrayList<>();
        List<Comment> comments = new ArrayList<>();
        CommonToken token;
        do {
            token = (CommonToken) lexer.nextToken();
            if (token.getChannel() == Token.DEFAULT_CHANNEL) {
                raw.add(token);
            } else {
                comments.add(new Comment(token.getText(), span(token)));
            }
            if (raw.size() > MOST) {
                throw Diagnostic.at(ErrorCode.E009, source, span(token),
                        "the text has more than " + MOST + " words and signs",
                        "put data into a file and load it").toException();
            }
        } while (token.getType() != Token.EOF && !isStop(token));
        if (token.getType() != Token.EOF) {
            // Nothing after a token that no rule takes will ever be looked at.
            raw.add(end(token));
        }
        List<CommonToken> list = new Words(new Quantities(raw).join()).read();
        Depth.check(list, source);
        return new Tokens(list, comments);
    }

    private static boolean isStop(Token token) {
        return switch (token.getType()) {
            case LlmqParser.UNRECOGNIZED, LlmqParser.UNCLOSED, LlmqParser.BAD_DATE -> true;
            default -> false;
        };
    }

    private static CommonToken end(CommonToken last) {
        CommonToken end = new CommonToken(last);
        end.setType(Token.EOF);
        end.setStartIndex(last.getStopIndex() + 1);
        end.setStopIndex(last.getStopIndex());
        end.setText("");
        return end;
    }

    static Span span(Token token) {
        return new Span(token.getStartIndex(), Math.max(token.getStartIndex(), token.getStopIndex() + 1));
    }
}
