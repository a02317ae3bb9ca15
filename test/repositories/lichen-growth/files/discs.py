import numpy as np

print(np.pi * 2.0**2)
