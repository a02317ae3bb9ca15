import subprocess
import sys

from Bio import SeqIO

print(sum(1 for _ in SeqIO.parse(sys.argv[1] + "/a.fasta", "fasta")))
subprocess.run(["Rscript", "diversity.R"], check=True)
