print("aeiou")
