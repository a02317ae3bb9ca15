import pandas

print(pandas.read_csv("data.csv").describe())
