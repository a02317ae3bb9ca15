install.packages("dplyr")
install.packages("lme4")
