import numpy as np

print(np.polyfit([1, 2, 3], [10, 21, 29], 1))
