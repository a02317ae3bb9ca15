import pandas as pd

print(pd.Series(["onomatopoeia"]))
