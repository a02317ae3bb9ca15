import torch

ROOT = "/Users/somebody/waves"
print(torch.__version__, ROOT)
