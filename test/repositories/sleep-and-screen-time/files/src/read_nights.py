import pandas as pd


def read_nights(path):
    """One row a night, by date."""
    return pd.read_csv(path, parse_dates=["date"], index_col="date")
