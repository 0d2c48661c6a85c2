"""Prints the figures, one after another: `make bench`."""

from tests.bench import all_in, bare, jobs, phone, reminders, saying_when, scale, service

if __name__ == "__main__":  # the other processes of a figure import this file
    for report in (
        phone.report,
        bare.report,
        all_in.report,
        service.report_taps,
        service.report_sessions,
        scale.report,
        jobs.report,
        reminders.report_flow,
        reminders.report_taps,
        saying_when.report,
    ):
        print("\n".join(report()), flush=True)
