from Bio import Phylo

print(Phylo.__name__)
