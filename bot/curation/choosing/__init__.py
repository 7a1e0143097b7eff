"""Who leads, who speaks, and why."""
