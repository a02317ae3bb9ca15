import pandas as pd

print(pd.Series(["fog", "tide"]).value_counts())
