import pandas as pd

counts = pd.read_csv("data/counter.csv", parse_dates=["hour"])
print(counts.groupby(counts["hour"].dt.day_name())["bikes"].mean().round(1))
