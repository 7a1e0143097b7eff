"""What people read beyond the digest: whole conversations, reasons, more voices, and answers to their own words."""
