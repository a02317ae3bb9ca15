import pandas as pd

days = pd.read_csv("smoke.csv", parse_dates=["day"])
print(days.groupby(days["day"].dt.year)["over_county"].sum())
