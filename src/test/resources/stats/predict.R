# Makes predict.txt: one line a figure, "name value value ...", to 17 digits.
# Rscript predict.R > predict.txt
say <- function(name, ...) cat(name, formatC(c(...), digits = 17, format = "g", width = 1), "\n")
cat("# Rscript predict.R > predict.txt, with", R.version.string, "\n")

all <- read.csv("predict.csv")
train <- all[all$part == "train", ]
test <- all[all$part == "test" & !is.na(all$size) & !is.na(all$score), ]
fit <- lm(score ~ log10(size) + age, train)
X <- model.matrix(fit)
e <- residuals(fit)
n <- nrow(X)
p <- ncol(X)
B <- solve(crossprod(X))

# Cameron and Miller (2015), section II.C, by hand.
groups <- unique(train$family)
G <- length(groups)
M <- Reduce(`+`, lapply(groups, function(g) {
    s <- crossprod(X[train$family == g, , drop = FALSE], e[train$family == g])
    s %*% t(s)
}))
clustered <- G / (G - 1) * (n - 1) / (n - p) * B %*% M %*% B

at <- function(size, age) c(1, log10(size), age)
ends <- function(value, variance, df) value + c(-1, 1) * qt(0.975, df) * sqrt(drop(variance))

tell <- function(name, V, df) {
    b <- coef(fit)
    s2 <- sum(e^2) / (n - p)
    x <- at(50000, 2)
    value <- sum(x * b)
    say(paste0(name, ".at"), value, ends(value, t(x) %*% V %*% x, df), ends(value, t(x) %*% V %*% x + s2, df))
    T <- cbind(1, log10(test$size), test$age)
    predicted <- drop(T %*% b)
    half <- qt(0.975, df) * sqrt(rowSums((T %*% V) * T) + s2)
    residual <- test$score - predicted
    inside <- abs(residual) <= half
    say(paste0(name, ".predicted"), predicted)
    say(paste0(name, ".low"), predicted - half)
    say(paste0(name, ".high"), predicted + half)
    say(paste0(name, ".inside"), as.numeric(inside))
    say(paste0(name, ".test"), nrow(test), sqrt(mean(residual^2)), mean(residual), sum(inside))
    # maple, were its size 500000 and its age 4.
    d <- at(500000, 4) - at(68000, 3)
    say(paste0(name, ".whatif"), sum(at(68000, 3) * b), sum(at(500000, 4) * b), sum(d * b),
        ends(sum(d * b), t(d) %*% V %*% d, df))
}
tell("plain", vcov(fit), n - p)
tell("clustered", clustered, G - 1)

# The same again by R's own predict, where it has one.
own <- predict(fit, test, interval = "prediction")
stopifnot(all.equal(unname(own[, "lwr"]), unname(predict(fit, test) -
    qt(0.975, n - p) * sqrt(predict(fit, test, se.fit = TRUE)$se.fit^2 + sum(e^2) / (n - p)))))
say("own.low", own[, "lwr"])
say("own.high", own[, "upr"])
