import numpy as np

print(np.fft.rfft([0.0, 1.0, 0.0, -1.0]))
