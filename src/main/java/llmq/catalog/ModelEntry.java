package llmq.catalog;

import java.util.List;

/**
 * One model as a data file gives it: all its figures and all its scores.
 *
 * @param license      SPDX id or a short name; {@code null} if unknown
 * @param architecture dense, moe, hybrid or rnn; {@code null} if never stated
 * @param params       weights in all
 * @param activeParams weights used per token, {@code null} where they are all in use
 * @param tokens       training tokens seen, repeats included
 * @param flops        published training compute, FLOP; never a result of 6 · params · tokens
 * @param context      longest context trained on, tokens; NaN if unknown
 * @param hfId         id on Hugging Face; {@code null} if none is known
 * @param note         a remark; {@code null} where none is needed
 */
public record ModelEntry(String id, String name, String org, String family, Figure released, boolean open,
                         String license, String architecture, Figure params, Figure activeParams, Figure tokens,
                         Figure flops, double context, String hfId, String note, List<ScoreEntry> scores,
                         Place place) {
    public ModelEntry {
        scores = List.copyOf(scores);
    }

    /** The weights used per token, whether written on their own or not. */
    public Figure active() {
        return activeParams == null ? params : activeParams;
    }
}
