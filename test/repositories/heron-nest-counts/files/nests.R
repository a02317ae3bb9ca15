library(dplyr)
library(lme4)

print(summarise(read.csv("nests.csv"), mean(nests)))
