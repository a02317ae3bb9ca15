print("e4")
