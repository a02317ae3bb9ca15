print("from the south")
