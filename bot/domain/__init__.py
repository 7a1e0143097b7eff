"""The nouns of the product: plain, validated values without I/O and without a clock."""
