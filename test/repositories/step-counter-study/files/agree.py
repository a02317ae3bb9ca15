import pandas as pd

steps = pd.read_csv("steps.csv")
print(steps.drop(columns="person").corr(method="spearman"))
