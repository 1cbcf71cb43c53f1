"""The keys that a visitor types on, and what typing does to what was typed. Pure."""
