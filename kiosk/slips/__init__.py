"""Common slips in front matter, pack.toml and file names, each with the line to write instead."""
