print(mean(c(12, 15, 11)))
