import numpy as np

print(np.percentile([20, 80, 95], 50))
