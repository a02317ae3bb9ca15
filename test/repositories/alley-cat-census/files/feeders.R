library(lme4)

fed <- read.csv("fed.csv")
print(glmer(cats ~ fed + (1 | alley), data = fed, family = poisson))
