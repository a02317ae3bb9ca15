print(1908)
