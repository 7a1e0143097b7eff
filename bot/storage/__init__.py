"""How everything is kept: the store, its tables, one file of queries per noun, and the migrations."""
