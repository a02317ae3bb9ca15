print("3 cm")
