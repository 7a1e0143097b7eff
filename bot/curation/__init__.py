"""How a week becomes a digest: pure functions of what is stored, without a database and without a clock."""
