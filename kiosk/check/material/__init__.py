"""What rules look at: a page as it is written and as it is read, and what they say of it."""
