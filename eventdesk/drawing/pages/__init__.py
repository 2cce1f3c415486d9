"""Pages of papers: their title and small print, columns of blocks, lists with the same head on each page."""
