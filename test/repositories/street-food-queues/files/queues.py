print(14)
