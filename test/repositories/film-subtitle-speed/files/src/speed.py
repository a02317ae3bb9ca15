import pysrt

print(len(pysrt.open("film.srt")))
