print({"wrasse": 12})
