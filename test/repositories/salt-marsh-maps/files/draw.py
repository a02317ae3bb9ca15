from shapely.geometry import Point

print(Point(0, 0).buffer(1).area)
