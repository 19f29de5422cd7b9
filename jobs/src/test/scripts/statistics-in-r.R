# Times R's packages on the panel that `bin/renxing bench statistics --write FOLDER` writes, so that
# both can be set side by side. Packages that are not installed are named and left out.
#
#   Rscript statistics-in-r.R FOLDER
folder <- commandArgs(trailingOnly = TRUE)[1]
panel <- read.csv(file.path(folder, "panel.csv"), stringsAsFactors = TRUE)
pairs <- read.csv(file.path(folder, "weights.csv"))
terms <- setdiff(names(panel), c("unit", "year", "y"))
formula <- reformulate(terms, "y")

timed <- function(name, packages, run) {
  lacking <- packages[!vapply(packages, requireNamespace, TRUE, quietly = TRUE)]
  if (length(lacking) > 0) {
    cat(sprintf("%-10s left out: %s not installed\n", name, paste(lacking, collapse = ", ")))
    return(invisible())
  }
  figure <- NA
  seconds <- system.time(figure <- run())[["elapsed"]]
  cat(sprintf("%-10s %8.2f s   %.9g\n", name, seconds, figure))
}

timed("fixed", "plm", function() {
  fit <- plm::plm(formula, panel, index = c("unit", "year"), model = "within", effect = "twoways")
  plm::vcovHC(fit, method = "arellano", type = "HC0", cluster = "group")
  coef(fit)[[tail(terms, 1)]]
})

timed("kmeans", character(0), function() {
  x <- scale(panel[head(terms, 4)])
  set.seed(1)
  for (k in 2:12) fit <- kmeans(x, k, nstart = 20, iter.max = 1000, algorithm = "Hartigan-Wong")
  fit$tot.withinss
})

timed("durbin", c("spatialreg", "spdep"), function() {
  # deviations from the means of units and years, and of their lags, as the within estimator has it
  units <- unique(pairs$unit)
  W <- matrix(0, length(units), length(units), dimnames = list(units, units))
  W[cbind(as.character(pairs$unit), as.character(pairs$neighbour))] <- pairs$weight
  W <- Matrix::Matrix(W, sparse = TRUE)
  years <- sort(unique(panel$year))
  twoway <- function(m) m - rowMeans(m) - rep(colMeans(m), each = nrow(m)) + mean(m)
  wide <- function(column) {
    m <- matrix(NA, length(units), length(years), dimnames = list(units, years))
    m[cbind(as.character(panel$unit), as.character(panel$year))] <- panel[[column]]
    m
  }
  columns <- lapply(c("y", terms), wide)
  x <- do.call(cbind, c(
    lapply(columns[-1], function(m) c(twoway(m))),
    lapply(columns[-1], function(m) c(twoway(as.matrix(W %*% m))))
  ))
  y <- c(twoway(columns[[1]]))
  wy <- c(twoway(as.matrix(W %*% columns[[1]])))
  e0 <- lm.fit(x, y)$residuals
  e1 <- lm.fit(x, wy)$residuals
  # spatialreg's way for sparse matrices: log|I - rho W| by LU (spatialreg::do_ldet, method "LU")
  listw <- spdep::mat2listw(W, style = "W")
  env <- new.env()
  assign("listw", listw, env)
  assign("verbose", FALSE, env)
  assign("family", "SAR", env)
  assign("n", length(units), env)
  assign("similar", FALSE, env)
  assign("can.sim", FALSE, env)
  spatialreg::LU_setup(env)
  periods <- length(years)
  rows <- (length(units) - 1) * (periods - 1)
  best <- optimize(function(rho) {
    (periods - 1) * (spatialreg::do_ldet(rho, env) - log(1 - rho)) -
      rows / 2 * log(sum((e0 - rho * e1)^2))
  }, c(-0.99, 0.99), maximum = TRUE, tol = 1e-8)
  best$maximum
})
