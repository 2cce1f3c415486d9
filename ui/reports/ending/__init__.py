"""The view of the end: the next event, who came how often, and finishing this one."""
