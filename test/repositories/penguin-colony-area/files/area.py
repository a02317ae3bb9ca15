print("2 ha")
