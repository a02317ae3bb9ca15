import numpy as np

print(np.hypot(3, 4))
