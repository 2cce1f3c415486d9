"""Files that somebody made to do harm, and files that broke by chance: all of them end in a sentence."""
