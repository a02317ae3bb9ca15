import folium

folium.Map().save("map.html")
