import librosa
import numpy as np

samples, rate = librosa.load("recordings/floor-2.wav", sr=None)
print(round(20 * np.log10(np.sqrt(np.mean(samples**2))), 1), "dB")
