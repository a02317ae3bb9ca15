print(0.5 * 8)
