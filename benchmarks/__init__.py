"""Named workloads, each measured beside the least code that does the same, in one run.

`python dev.py bench [NAME] [--scale small|full]` prints ratio, p50, p99, CPU and memory and keeps the result in
benchmarks/results/. Machines are noisy: only ratios taken in one run and growth mean anything.
"""
