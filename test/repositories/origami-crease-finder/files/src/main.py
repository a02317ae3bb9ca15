print("valley, mountain")
