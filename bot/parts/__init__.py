"""The services over one store, put together in three steps; `bot.app` hands them over."""
