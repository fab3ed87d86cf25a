# Makes aggregates.txt: one line a figure, "name value value ...", to 17 digits.
# Rscript aggregates.R > aggregates.txt
options(digits = 17)
say <- function(name, ...) cat(name, formatC(c(...), digits = 17, format = "g", width = 1), "\n")
cat("# Rscript aggregates.R > aggregates.txt, with", R.version.string, "\n")

set.seed(20240410)
n <- 61
# Scores to whole points, so that many are equal, and two columns that are far from zero for their spread.
score <- round(runif(n, 25, 60))
columns <- list(
    score = score,
    compute = signif(10^(19 + score / 10 + rnorm(n)), 3),
    far = 1e8 + round(3 * score + rnorm(n, 0, 40), 2),
    few = sample(1:4, n, replace = TRUE))
for (name in names(columns)) {
    say(name, columns[[name]])
    say(paste0(name, ".quantile"), quantile(columns[[name]], c(0, 0.025, 0.1, 1 / 3, 0.5, 0.9, 0.975, 1), type = 7))
}
for (a in names(columns)) {
    for (b in names(columns)) {
        if (a != b) {
            say(paste0(a, ".", b, ".corr"), cor(columns[[a]], columns[[b]]))
            say(paste0(a, ".", b, ".spearman"), cor(columns[[a]], columns[[b]], method = "spearman"))
            say(paste0(a, ".", b, ".slope"), coef(lm(columns[[a]] ~ columns[[b]]))[2])
        }
    }
}
