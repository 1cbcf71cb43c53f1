"""The screen: the only room that knows Qt, besides the composition root."""
