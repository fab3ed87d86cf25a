package llmq.fit;

import java.util.List;
import llmq.stats.Errors;
import llmq.stats.Fitted;
import llmq.text.Plural;

/** How the intervals of a model came about, in one line. */
final class Uncertainty {
    private Uncertainty() {
    }

    static String line(FitSpec spec, List<Model.Group> groups) {
        int clustered = 0;
        int failed = 0;
        int alone = 0;
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (Model.Group group : groups) {
            Fitted fitted = group.fitted();
            failed += fitted.failed();
            if (fitted.clusters() > 0) {
                clustered++;
                alone += group.alone();
                least = Math.min(least, fitted.clusters() - group.alone());
                most = Math.max(most, fitted.clusters() - group.alone());
            }
        }
        String count = least == most ? least + " " : least + " to " + most + " ";
        String single = alone == 0 ? "" : Plural.count(alone, "row") + " without one";
        boolean all = clustered == groups.size();
        if (spec.errors() instanceof Errors.Bootstrap bootstrap) {
            String what = clustered == 0 ? "rows" + reason(spec, groups) : "whole " + Sentences.plural(spec.cluster())
                    + (alone == 0 ? "" : " and of the " + single)
                    + (all ? "" : " where there are enough of them, else of rows");
            String too = isUnknown(groups) ? failed == 0 ? "; of so few no interval can be told"
                    : "; the others are too few for an interval" : "";
            return "95% intervals by percentiles of " + bootstrap.draws() + " samples of " + what + ", seed "
                    + bootstrap.seed() + (failed == 0 ? "" : "; " + failed
                    + (failed == 1 ? " sample" : " samples") + " could not be fitted")
                    + (isUnknown(groups) ? too : "; std_error is their standard deviation, by which t and p go");
        }
        return "95% intervals by the t distribution, errors " + (clustered == 0 ? "of rows taken as independent"
                + reason(spec, groups) : "clustered by " + count + (least == 1 && most == 1 ? spec.cluster()
                        : Sentences.plural(spec.cluster())) + (alone == 0 ? "" : " and " + single) + " (CR1)"
                + (all ? "" : " in " + clustered + " of " + groups.size() + " groups, of independent rows in the"
                + " rest"));
    }

    private static boolean isUnknown(List<Model.Group> groups) {
        for (Model.Group group : groups) {
            double low = group.fitted().interval(0).low();
            if (low != low) {
                return true;
            }
        }
        return false;
    }

    /** Why there are no clusters, where one might expect some. */
    private static String reason(FitSpec spec, List<Model.Group> groups) {
        if (spec.cluster() == null) {
            return spec.errors().isPlain() ? "" : isUsed(spec) ? ", as " + FitSpec.CLUSTERS
                    + " is in the fit itself" : ", as they have no " + FitSpec.CLUSTERS;
        } else if (groups.size() > 1) {
            return ", as no group has more " + Sentences.plural(spec.cluster()) + " than terms, and fewer than rows";
        }
        Model.Group group = groups.get(0);
        int terms = group.fitted().parameters().length;
        String families = Sentences.plural(spec.cluster());
        return group.clusters() >= group.fitted().n() ? ", as each is of another " + spec.cluster()
                + (group.alone() == 0 ? "" : " or of none")
                : ", as " + group.clusters() + " " + (group.clusters() == 1 ? spec.cluster() + " is" : families
                + " are") + " too few for " + terms + (terms == 1 ? " term" : " terms");
    }

    /** Whether the field of clusters is an input or a key. */
    private static boolean isUsed(FitSpec spec) {
        boolean used = false;
        for (Variable input : spec.inputs()) {
            used |= input.title().equalsIgnoreCase(FitSpec.CLUSTERS);
        }
        for (String key : spec.keys()) {
            used |= key.equalsIgnoreCase(FitSpec.CLUSTERS);
        }
        return used;
    }
}
