library(simmer)

swipes <- read.csv("swipes.csv")
rate <- nrow(swipes) / 60
cat("people a minute:", round(rate, 2), "\n")
