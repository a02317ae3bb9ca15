import simpy

environment = simpy.Environment()
environment.run(until=60)
