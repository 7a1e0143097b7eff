"""Speed and memory, as ratios within one run: `make bench`. The machine's load is printed with every table."""
