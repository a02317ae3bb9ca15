import folium
import requests

FEED = "https://example.org/feed/week.json"

world = folium.Map(location=[33, -117], zoom_start=4)
for quake in requests.get(FEED, timeout=30).json()["quakes"]:
    folium.CircleMarker([quake["lat"], quake["lon"]], radius=quake["magnitude"]).add_to(world)
world.save("week.html")
