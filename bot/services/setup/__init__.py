"""Administration: what admins set up in Slack, who has to agree, who is told."""
