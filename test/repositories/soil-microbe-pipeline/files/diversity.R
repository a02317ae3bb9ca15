library(vegan)
counts <- read.csv("counts.csv")
print(diversity(counts))
