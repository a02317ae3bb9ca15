import numpy as np

print(np.convolve([1, 0, 0.5], [1, 1]))
