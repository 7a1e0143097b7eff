"""Ten minutes with a customer: recorded by who may offer them, offered in turn, spoken of afterwards. docs/asks.md."""
