print("two days")
