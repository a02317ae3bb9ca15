import pandas as pd
import streamlit as st

st.title("Water usage")
st.line_chart(pd.read_csv("meters.csv", index_col="week"))
