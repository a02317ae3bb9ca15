import pandas as pd

heights = pd.read_csv("data/heights.csv")
error = (heights["reported"] - heights["measured"]).abs()
print(f"mean error {error.mean():.2f} m over {len(heights)} days")
