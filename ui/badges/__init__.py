"""The page "Badges": whose, which design, on which paper; what to look at before printing; what was printed."""
