import matplotlib.pyplot as plt
import pandas as pd

pd.read_csv("data/reports.csv").plot.bar(x="street")
plt.savefig("outages.png")
