"""Prints the figures, one after another: `make bench`."""

from tests.bench import all_in, bare

for report in (bare.report, all_in.report):
    print("\n".join(report()), flush=True)
