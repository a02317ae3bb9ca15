import numpy as np

print(np.corrcoef([7, 8, 6], [0.1, 0.5, 0.9]))
