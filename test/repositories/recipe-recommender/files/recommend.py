import sys

import pandas as pd

left = set(sys.argv[1:])
recipes = pd.read_csv("recipes.csv")
overlap = recipes["ingredients"].str.split(" ").map(lambda needed: len(left & set(needed)))
print(recipes.loc[overlap.idxmax(), "name"])
