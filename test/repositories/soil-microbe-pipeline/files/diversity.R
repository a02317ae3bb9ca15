library(vegan)
counts <- matrix(c(3, 8, 1), nrow = 1)
print(diversity(counts))
