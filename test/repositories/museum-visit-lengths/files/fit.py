print(min([12, 45, 90]))
