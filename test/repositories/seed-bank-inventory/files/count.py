print(sum([3, 5, 8]))
