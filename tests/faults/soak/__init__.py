"""Nobody in particular at the desk: random clicks, keys, scans and drags in the real window, as long as you like."""
