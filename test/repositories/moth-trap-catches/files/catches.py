print("noctua", 7)
