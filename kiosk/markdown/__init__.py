"""Text to page: reads what authors write in Markdown. Opens no file."""
