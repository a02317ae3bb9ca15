print("rank")
