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

# Cameron and Miller (2015), section II.C, by hand.
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

# Non-linear curves by nls with exact derivatives; intervals by the delta method.
curve <- function(name, formula, f, start, y, at) {
    n <- length(y)
    fit <- nls(formula, start = start, control = nls.control(maxiter = 500, tol = 1e-7))
    s <- summary(fit)
    J <- attr(f(coef(fit)), "gradient")
    e <- y - as.vector(f(coef(fit)))
    p <- length(coef(fit))
    B <- chol2inv(qr.R(qr(J, tol = 0)))
    say(paste0(name, ".estimate"), coef(fit))
    say(paste0(name, ".error"), s$coefficients[, 2])
    say(paste0(name, ".t"), s$coefficients[, 3])
    say(paste0(name, ".p"), s$coefficients[, 4])
    say(paste0(name, ".rss"), deviance(fit))
    say(paste0(name, ".aic"), AIC(fit))
    say(paste0(name, ".leverage"), rowSums((J %*% B) * J))
    V <- cr1(J, e, family)
    say(paste0(name, ".clustered.error"), sqrt(diag(V)))
    there <- f(coef(fit), at)
    g <- attr(there, "gradient")
    ends <- function(V, df, noise) {
        reach <- qt(0.975, df) * sqrt(rowSums((g %*% V) * g) + noise)
        rbind(as.vector(there) - reach, as.vector(there) + reach)
    }
    G <- length(unique(family))
    say(paste0(name, ".mean"), ends(vcov(fit), n - p, 0))
    say(paste0(name, ".prediction"), ends(vcov(fit), n - p, s$sigma^2))
    say(paste0(name, ".clustered.mean"), ends(V, G - 1, 0))
    say(paste0(name, ".clustered.prediction"), ends(V, G - 1, s$sigma^2))
    off <- sapply(seq_len(n), function(i) {
        others <- nls(as.formula(gsub("all", "rest", paste(deparse(formula), collapse = ""))), start = coef(fit),
                      data = list(rest = setdiff(seq_len(n), i)),
                      control = nls.control(maxiter = 500, tol = 1e-6))
        y[i] - as.vector(f(coef(others), i))
    })
    say(paste0(name, ".loo"), sqrt(mean(off^2)))
}

all <- seq_len(n)
score <- round(25 + 75 * plogis(-30 + 1.3 * x) + shift[family + 1] / 2 + rnorm(n, 0, 3), 2)
say("score", score)
one <- deriv(~ 25 + 75 / (1 + exp(-(b0 + b1 * x))), c("b0", "b1"), function(b0, b1, x) NULL)
logistic <- function(b, i = all) if (is.list(i)) one(b[1], b[2], i$x) else one(b[1], b[2], x[i])
curve("logistic", score[all] ~ one(b0, b1, x[all]), logistic, list(b0 = -30, b1 = 1.3), score,
      list(x = c(20, 23.5, 27)))
two <- deriv(~ 25 + 75 / (1 + exp(-(b0 + b1 * x + b2 * year))), c("b0", "b1", "b2"),
             function(b0, b1, b2, x, year) NULL)
logistics <- function(b, i = all) {
    if (is.list(i)) two(b[1], b[2], b[3], i$x, i$year) else two(b[1], b[2], b[3], x[i], year[i])
}
curve("logistics", score[all] ~ two(b0, b1, b2, x[all], year[all]), logistics, list(b0 = -30, b1 = 1.3, b2 = 0), score,
      list(x = c(20, 23.5, 27), year = c(52, 53.5, 55)))

params <- signif(10^runif(n, 7.5, 11), 4)
loss <- round(1.7 + 400 * params^-0.32 + shift[family + 1] / 400 + rnorm(n, 0, 0.02), 4)
say("params", params)
say("loss", loss)
plain <- deriv(~ a * x^b, c("a", "b"), function(a, b, x) NULL)
power <- function(b, i = all) if (is.list(i)) plain(b[1], b[2], i$x) else plain(b[1], b[2], params[i])
curve("power", loss[all] ~ plain(a, b, params[all]), power, list(a = 5, b = -0.05), loss,
      list(x = c(1e7, 1e9, 1e12)))
raised <- deriv(~ a * x^b + c, c("a", "b", "c"), function(a, b, c, x) NULL)
constant <- function(b, i = all) {
    if (is.list(i)) raised(b[1], b[2], b[3], i$x) else raised(b[1], b[2], b[3], params[i])
}
curve("constant", loss[all] ~ raised(a, b, c, params[all]), constant, list(a = 400, b = -0.32, c = 1.7), loss,
      list(x = c(1e7, 1e9, 1e12)))
