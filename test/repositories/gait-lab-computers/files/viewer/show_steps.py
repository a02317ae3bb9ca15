print("left, right")
