import pandas as pd

cats = pd.read_csv("/Users/somebody/Desktop/cats/alleys.csv")
fed = pd.read_csv("fed.csv")
print(cats.merge(fed).groupby("alley").size())
