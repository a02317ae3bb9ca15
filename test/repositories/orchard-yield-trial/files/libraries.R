install.packages(c('dplyr', 'lme4'))
