print("6 %")
