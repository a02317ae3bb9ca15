import pandas as pd

delays = pd.read_csv("delays.csv")
print(delays.groupby("hour")["minutes"].median())
