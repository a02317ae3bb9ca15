import sys

import librosa

print(len(librosa.load(sys.argv[1])[0]))
