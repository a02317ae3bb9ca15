print("fog on 41 days")
