"""What has the focus while somebody uses keys, and how the page follows it."""
