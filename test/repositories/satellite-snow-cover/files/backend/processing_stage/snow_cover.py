import numpy as np

print(np.mean([0.2, 0.4, 0.9]))
