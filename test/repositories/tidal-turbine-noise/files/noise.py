print("94 dB")
