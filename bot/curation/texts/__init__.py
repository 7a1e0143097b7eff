"""What is learnt from one text alone."""
