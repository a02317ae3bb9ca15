import sys

import librosa
import numpy as np
import torch

sound, rate = librosa.load(sys.argv[1])
print(np.abs(sound).max(), rate, torch.__version__)
