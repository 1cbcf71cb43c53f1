"""What can be wrong with a content pack: rules, what they found, and how that is told."""
