"""How it looks: pure functions from the product's nouns to Slack's blocks, a JSON document, plain text and a page."""
