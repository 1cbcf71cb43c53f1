"""Pages on the screen: turning them, their panes, links, cards and figures."""
