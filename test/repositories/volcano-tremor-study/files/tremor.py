print("calm")
