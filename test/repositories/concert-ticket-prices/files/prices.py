import pandas as pd

print(pd.Series([60, 55, 31]).diff())
