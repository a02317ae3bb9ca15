print("12 streaks")
