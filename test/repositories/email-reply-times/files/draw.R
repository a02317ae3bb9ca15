library(ggplot2)

print(qplot(c(3, 90, 12)))
