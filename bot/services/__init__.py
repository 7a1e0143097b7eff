"""What the app can do: one method, one transaction. The doors (Slack, clock, HTTP, command line) call these."""
