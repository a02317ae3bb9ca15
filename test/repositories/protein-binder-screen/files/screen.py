import Bio

print(Bio.__version__)
