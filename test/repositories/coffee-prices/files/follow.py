import pandas as pd

prices = pd.read_csv("data/prices.csv", parse_dates=["month"])
print(prices[["cup", "bean"]].pct_change().corr())
