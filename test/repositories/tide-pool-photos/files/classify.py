from pathlib import Path

from PIL import Image

for photo in sorted(Path("photos").glob("*.jpg")):
    print(photo.name, Image.open(photo).size)
