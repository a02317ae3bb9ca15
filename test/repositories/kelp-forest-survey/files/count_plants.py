import sys

import pandas as pd

photos = pd.read_csv(sys.argv[1])
print(photos.groupby("year").plants.mean())
