#!/bin/sh
set -e
python levels.py "data/2025-02/level 1.csv"
