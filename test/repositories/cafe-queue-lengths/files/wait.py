import numpy as np

print(np.mean([3, 4, 5]))
