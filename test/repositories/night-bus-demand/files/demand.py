import pandas as pd
import statsmodels.api as sm

rides = pd.DataFrame({"hour": [0, 1, 2, 3], "riders": [40, 22, 9, 5]})
print(sm.OLS(rides.riders, sm.add_constant(rides.hour)).fit().params)
