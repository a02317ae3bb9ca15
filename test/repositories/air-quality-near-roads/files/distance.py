import argparse

import pandas as pd

parser = argparse.ArgumentParser()
parser.add_argument("--sensor", default="all")
sensor = parser.parse_args().sensor

readings = pd.read_csv("data/readings.csv")
if sensor != "all":
    readings = readings[readings["sensor"] == sensor]
print(readings.groupby("metres")["pm25"].mean())
