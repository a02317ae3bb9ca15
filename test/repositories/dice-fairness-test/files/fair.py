import math
import sys

import pandas as pd
from scipy.stats import chisquare

throws = pd.read_csv(sys.argv[1])
print(chisquare(throws["count"]), math.sqrt(len(throws)))
