import sys

import pandas as pd

scores = pd.read_csv(sys.argv[1])
print(scores.groupby("garden")["score"].mean())
