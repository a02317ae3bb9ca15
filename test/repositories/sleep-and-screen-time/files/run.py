import sys

from src.correlate import correlate
from src.read_nights import read_nights


def main(path):
    nights = read_nights(path)
    print(correlate(nights))


if __name__ == "__main__":
    main(sys.argv[1])
