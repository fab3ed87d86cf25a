# Makes fits.txt: one line a figure, "name value value ...", to 17 digits.
# Rscript fits.R > fits.txt
options(digits = 17)
say <- function(name, ...) cat(name, formatC(c(...), digits = 17, format = "g", width = 1), "\n")
cat("# Rscript fits.R > fits.txt, with", R.version.string, "\n")

set.seed(20240415)
n <- 24
family <- rep(0:5, c(6, 5, 5, 4, 3, 1))
flops <- signif(10^runif(n, 21, 25.5), 4)
year <- round(runif(n, 52.5, 54.5), 3)
shift <- rnorm(6, 0, 4)
y <- round(45 + 9 * (log10(flops) - 23) + 2.5 * (year - 53) + shift[family + 1] + rnorm(n, 0, 3), 2)
x <- log10(flops)
say("family", family)
say("flops", flops)
say("x", x)
say("year", year)
say("y", y)

# Cameron and Miller (2015), section II.B, by hand.
cr1 <- function(J, e, cluster) {
    B <- chol2inv(qr.R(qr(J, tol = 0)))
    M <- Reduce(`+`, lapply(unique(cluster), function(g) {
        s <- crossprod(J[cluster == g, , drop = FALSE], e[cluster == g])
        s %*% t(s)
    }))
    G <- length(unique(cluster))
    G / (G - 1) * (nrow(J) - 1) / (nrow(J) - ncol(J)) * B %*% M %*% B
}

line <- function(name, fit, at) {
    s <- summary(fit)
    say(paste0(name, ".estimate"), coef(fit))
    say(paste0(name, ".error"), s$coefficients[, 2])
    say(paste0(name, ".t"), s$coefficients[, 3])
    say(paste0(name, ".p"), s$coefficients[, 4])
    say(paste0(name, ".interval"), t(confint(fit)))
    say(paste0(name, ".r2"), s$r.squared)
    say(paste0(name, ".adjusted"), s$adj.r.squared)
    say(paste0(name, ".rmse"), sqrt(mean(residuals(fit)^2)))
    say(paste0(name, ".aic"), AIC(fit))
    say(paste0(name, ".leverage"), hatvalues(fit))
    mean <- predict(fit, at, interval = "confidence")
    say(paste0(name, ".mean"), t(mean))
    say(paste0(name, ".prediction"), t(predict(fit, at, interval = "prediction")[, -1]))
    say(paste0(name, ".loo"), sqrt(mean(sapply(seq_len(n), function(i) {
        y[i] - predict(update(fit, subset = -i), model.frame(fit)[i, , drop = FALSE])
    })^2)))
    J <- model.matrix(fit)
    V <- cr1(J, residuals(fit), family)
    clustered <- sqrt(diag(V))
    t <- coef(fit) / clustered
    G <- length(unique(family))
    say(paste0(name, ".clustered.error"), clustered)
    say(paste0(name, ".clustered.p"), 2 * pt(-abs(t), G - 1))
    say(paste0(name, ".clustered.interval"),
        rbind(coef(fit) - qt(0.975, G - 1) * clustered, coef(fit) + qt(0.975, G - 1) * clustered))
    g <- model.matrix(delete.response(terms(fit)), at, xlev = fit$xlevels)
    se <- sqrt(rowSums((g %*% V) * g))
    say(paste0(name, ".clustered.mean"),
        rbind(mean[, 1] - qt(0.975, G - 1) * se, mean[, 1] + qt(0.975, G - 1) * se))
    noise <- sqrt(se^2 + s$sigma^2)
    say(paste0(name, ".clustered.prediction"),
        rbind(mean[, 1] - qt(0.975, G - 1) * noise, mean[, 1] + qt(0.975, G - 1) * noise))
}

at <- data.frame(x = c(20, 23.5, 27), year = c(52, 53.5, 55), kind = c("b", "a", "c"))
line("one", lm(y ~ x), at)
line("two", lm(y ~ x + year), at)
kind <- rep(c("a", "b", "c"), length.out = n)
line("factor", lm(y ~ x + kind), at)
line("raw", lm(y ~ flops), data.frame(flops = c(0, 1e24, 1e26)))
