import pandas as pd
from tqdm import tqdm

for minutes in tqdm(pd.Series([3, 90, 12])):
    print(minutes)
