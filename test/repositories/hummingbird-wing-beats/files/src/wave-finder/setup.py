from setuptools import setup

setup(name="wave-finder")
